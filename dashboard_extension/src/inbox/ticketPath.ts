export function ticketPath(id: string): string {
  return `/inbox/${encodeURIComponent(id)}`;
}
