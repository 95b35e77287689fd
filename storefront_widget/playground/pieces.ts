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
  /** What a shop's stylesheet needs, so that nothing moves while the script is on its way. */
  readonly css: string;
  react(values: Readonly<Record<string, string>>, widget: string): string;
}

export const PIECES: readonly Piece[] = [
  {
    tag: "support-delivery",
    about:
      "What delivery costs and when a parcel can arrive. It stays empty for a variant that is not known or not shipped.",
    attributes: [
      { name: "variant", label: "Variant's id in Saleor", value: "" },
      { name: "country", label: "Country, two letters", value: "TR" },
    ],
    css: "support-delivery { display: block; min-height: max(3em, 44px); }",
    react: ({ variant, country }, widget) =>
      `import { DeliveryLine } from "saleor-support-react";\n\n<DeliveryLine\n  widget={${widget}}\n  variant=${JSON.stringify(variant)}\n  country=${JSON.stringify(country)}\n/>`,
  },
];
