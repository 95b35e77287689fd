type Tone = "good" | "open" | "moving" | "bad" | "plain";

const TONES: Readonly<Record<string, Tone>> = {
  ON_TIME: "good",
  ARRIVED_ON_TIME: "good",
  DELIVERED: "good",
  AT_RISK: "open",
  HANDED_OVER: "moving",
  IN_TRANSIT: "moving",
  OUT_FOR_DELIVERY: "moving",
  LATE: "bad",
  ARRIVED_LATE: "bad",
  RETURNED: "bad",
  FULFILLED: "good",
  FULLY_CHARGED: "good",
  UNFULFILLED: "open",
  UNCONFIRMED: "open",
  NOT_CHARGED: "open",
  PENDING: "open",
  WAITING_FOR_APPROVAL: "open",
  PARTIALLY_FULFILLED: "moving",
  PARTIALLY_CHARGED: "moving",
  PARTIALLY_RETURNED: "moving",
  PARTIALLY_REFUNDED: "moving",
  CANCELED: "bad",
  CANCELLED: "bad",
  EXPIRED: "bad",
  REFUSED: "bad",
  OVERCHARGED: "bad",
};

interface PillProps {
  /** What kind of status it is; heard, not seen. */
  readonly about: string;
  readonly status: string;
  readonly names: Readonly<Record<string, string>>;
}

/** A status of Saleor's in words. One that we do not know yet is shown as Saleor calls it. */
export function Pill({ about, status, names }: PillProps) {
  const key = status.toUpperCase();
  return (
    <span className={`pill ${TONES[key] ?? "plain"}`}>
      <span className="only-heard">{about}: </span>
      {names[key] ?? key.toLowerCase().replaceAll("_", " ")}
    </span>
  );
}
