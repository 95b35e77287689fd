import { icon, make } from "../markup";
import { isRecord } from "../reading";
import { newKey } from "./door";
import type { MoreWords } from "./moreWords";

// As the service takes them (docs/chat-protocol.md).
export const MOST_PHOTOS = 5;
const CROSS = "M6 6l12 12M18 6L6 18";

interface Photo {
  readonly element: HTMLElement;
  /** Empty while it is on its way. */
  id: string;
}

/** The photos beside what the shopper writes: each with how far it is, and a way to take it back. */
export class Photos {
  readonly element = make("ul", { part: "uploads" });
  readonly #words: MoreWords;
  readonly #address: string;
  readonly #permit: () => string;
  readonly #tell: (fault: string) => void;
  #photos: readonly Photo[] = [];

  /** `address` of the door of files; `tell` says what is wrong, or nothing. */
  constructor(words: MoreWords, address: string, permit: () => string, tell: (fault: string) => void) {
    this.#words = words;
    this.#address = address;
    this.#permit = permit;
    this.#tell = tell;
  }

  get ids(): string[] {
    return this.#photos.map(({ id }) => id).filter(Boolean);
  }

  get areOnTheirWay(): boolean {
    return this.#photos.some(({ id }) => !id);
  }

  add(files: readonly File[]): void {
    const pictures = files.filter(({ type }) => type.startsWith("image/"));
    const room = MOST_PHOTOS - this.#photos.length;
    const isTooMany = pictures.length > room;
    this.#tell(isTooMany ? this.#words.photosTooMany.replace("{most}", String(MOST_PHOTOS)) : "");
    for (const file of pictures.slice(0, Math.max(room, 0))) this.#send(file);
  }

  clear(): void {
    this.#photos = [];
    this.element.replaceChildren();
  }

  #send(file: File): void {
    const request = new XMLHttpRequest(); // fetch does not say how far it is
    const [progress, photo] = this.#draw(file.name || this.#words.photo.replace("{n}", ""), () => request.abort());
    request.upload.onprogress = ({ loaded, total }) => {
      progress.value = total ? loaded / total : 0;
    };
    request.onload = () => this.#sent(photo, progress, request);
    request.onerror = () => this.#fail(photo, "");
    request.onabort = () => this.#drop(photo);
    request.open("POST", this.#address);
    request.responseType = "json";
    request.setRequestHeader("Authorization", `Bearer ${this.#permit()}`);
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.send(file);
  }

  #draw(name: string, abort: () => void): [HTMLProgressElement, Photo] {
    const progress = make("progress", { max: "1", value: "0", "aria-label": name });
    const label = this.#words.photoRemove.replace("{name}", name);
    const remove = make(
      "button",
      { type: "button", part: "upload-remove", "aria-label": label },
      icon("close-icon", CROSS),
    );
    const element = make("li", { part: "upload", id: newKey() }, make("bdi", {}, name), progress, remove);
    const photo: Photo = { element, id: "" };
    remove.addEventListener("click", () => {
      if (photo.id) this.#drop(photo);
      else abort();
    });
    this.#photos = [...this.#photos, photo];
    this.element.append(element);
    return [progress, photo];
  }

  #sent(photo: Photo, progress: HTMLProgressElement, { status, response }: XMLHttpRequest): void {
    if (status !== 201 || !isRecord(response)) {
      const error = isRecord(response) && isRecord(response.error) ? String(response.error.code) : "";
      this.#fail(photo, error);
      return;
    }
    photo.id = String(response.file);
    progress.remove();
    const isDouble = this.#photos.some((one) => one !== photo && one.id === photo.id);
    if (isDouble) this.#drop(photo);
  }

  #fail(photo: Photo, code: string): void {
    const { photoTooLarge, photoNoImage, photosTooMany, photoFailed } = this.#words;
    const sentences: Readonly<Record<string, string>> = {
      FILE_TOO_LARGE: photoTooLarge,
      FILE_TOO_MANY_PIXELS: photoTooLarge,
      FILE_NOT_AN_IMAGE: photoNoImage,
      FILE_BROKEN: photoNoImage,
      FILE_TOO_MANY: photosTooMany.replace("{most}", String(MOST_PHOTOS)),
    };
    this.#drop(photo);
    this.#tell(sentences[code] ?? photoFailed);
  }

  #drop(photo: Photo): void {
    this.#photos = this.#photos.filter((one) => one !== photo);
    photo.element.remove();
  }
}
