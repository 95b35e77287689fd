/** What the door of files said: the file's own id, or the code of why not; empty where nothing was said. */
export type Sent = { readonly id: string } | { readonly code: string };

/** Send a file as it is to the door of files (docs/files.md); what is returned stops it. */
export function upload(
  file: File,
  permit: string,
  share: (sent: number) => void,
  done: (sent: Sent) => void,
): () => void {
  const request = new XMLHttpRequest(); // fetch does not say how far it is
  request.upload.onprogress = ({ loaded, total }) => share(total ? loaded / total : 0);
  request.onload = () => {
    const { file: id, error } = request.response ?? {};
    done(request.status === 201 ? { id: String(id) } : { code: String(error?.code ?? "") });
  };
  request.onerror = () => done({ code: "" });
  request.open("POST", "/f");
  request.responseType = "json";
  request.setRequestHeader("Authorization", `Bearer ${permit}`);
  request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
  request.send(file);
  return () => request.abort();
}
