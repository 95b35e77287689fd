/** Fetches the chunk at this address; what it exports opens it. */
export function loadChunk<Open>(address: string): Promise<{ open: Open }> {
  return import(/* @vite-ignore */ address);
}
