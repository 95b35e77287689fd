/** What a popup loads once the rest is shown. */
export { MessagePhotos } from "./MessagePhotos";
export { PhotoReplyBox } from "./PhotoReplyBox";
