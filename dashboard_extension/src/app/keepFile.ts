import type { Dashboard } from "../dashboard/dashboard";

/** Have the browser keep what stands at a path of ours as a file; the answer's status, 0 where there was none. */
export async function keepFile(
  { session }: ReturnType<Dashboard["getState"]>,
  path: string,
  name: string,
): Promise<number> {
  if (session.kind !== "open") return 0;
  try {
    const response = await fetch(path, {
      credentials: "omit",
      headers: { Authorization: `Bearer ${session.token}` },
    });
    if (response.ok) save(await response.blob(), name);
    return response.status;
  } catch {
    return 0; // the line, or the file, was cut
  }
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
