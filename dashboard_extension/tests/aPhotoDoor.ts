import { vi } from "vitest";

interface Posted {
  readonly permit: string | null;
  readonly name: string;
}

/** The door of files, played by the test: each file is taken under the next id, unless `refuse` says why not. */
export function aPhotoDoor(refuse: (name: string) => string | null = () => null, state = () => "READY") {
  const posted: Posted[] = [];
  class Request {
    readonly upload = { onprogress: null };
    readonly #headers: Record<string, string> = {};
    status = 0;
    response: unknown = null;
    responseType = "";
    onload: (() => void) | null = null;
    open() {}
    abort() {}
    setRequestHeader(name: string, value: string) {
      this.#headers[name] = value;
    }
    send(file: File) {
      posted.push({ permit: this.#headers.Authorization ?? null, name: file.name });
      const code = refuse(file.name);
      this.status = code ? 422 : 201;
      this.response = code ? { error: { code } } : { file: `f${posted.length}` };
      setTimeout(() => this.onload?.());
    }
  }
  vi.stubGlobal("XMLHttpRequest", Request);
  vi.stubGlobal("fetch", async (address: string) => {
    const told = state();
    const sizes = told === "READY" ? { 320: `${address}/320.webp`, 1600: `${address}/1600.webp` } : {};
    return Response.json({ state: told, code: told === "REFUSED" ? "FILE_TOO_MANY_PIXELS" : null, sizes });
  });
  return posted;
}

export const aPicture = (name = "lamp.jpg") => new File(["x"], name, { type: "image/jpeg" });
