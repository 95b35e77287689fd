import type { Words } from "./words";

export interface Attribute {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** An element to try: its tag, the attributes to edit, and the code for it in React. */
export interface Piece {
  readonly tag: string;
  readonly about: string;
  readonly attributes: readonly Attribute[];
  /** What a shop's stylesheet needs, so that nothing moves while the script is on its way; none for what hovers. */
  readonly css: string;
  readonly component: string;
}

export function piecesIn(words: Words): readonly Piece[] {
  return [
    {
      tag: "support-delivery",
      about: words.delivery,
      attributes: [
        { name: "variant", label: words.variant, value: "" },
        { name: "country", label: words.country, value: "TR" },
        { name: "postal-code", label: words.postalCode, value: "" },
        { name: "quantity", label: words.quantity, value: "" },
        { name: "subtotal", label: words.subtotal, value: "" },
      ],
      css: "support-delivery { display: block; min-height: max(6.25em, 100px); }",
      component: "DeliveryLine",
    },
    {
      tag: "support-reviews",
      about: words.reviews,
      attributes: [{ name: "product", label: words.product, value: "" }],
      css: "support-reviews { display: block; min-height: max(3em, 44px); }",
      component: "Reviews",
    },
    {
      tag: "support-questions",
      about: words.questions,
      attributes: [{ name: "product", label: words.product, value: "" }],
      css: "support-questions { display: block; min-height: max(3em, 44px); }",
      component: "Questions",
    },
    {
      tag: "support-contact",
      about: words.contact,
      attributes: [],
      css: "support-contact { display: block; min-height: max(6.5em, 104px); }",
      component: "Contact",
    },
    { tag: "support-chat", about: words.chat, attributes: [], css: "", component: "Chat" },
  ];
}
