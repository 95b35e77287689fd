import { useRef, useState } from "react";
import { ReviewAskAuthor } from "../generated/ReviewAskAuthor";
import { ReviewFeature } from "../generated/ReviewFeature";
import { ReviewReply } from "../generated/ReviewReply";
import type { ReviewRowFragment } from "../generated/Reviews";
import { outcomeOf } from "../staff/outcome";
import { useStaff } from "../staff/StaffContext";
import { useReviewWords } from "../words/reviews/useReviewWords";
import { TextDeed } from "./TextDeed";

type Deed = "reply" | "ask" | "feature";
const MOST = { reply: 2000, ask: 2000, feature: 300 };

interface ReviewTalkProps {
  readonly about: string;
  readonly review: ReviewRowFragment;
  readonly onChange: () => Promise<void>;
}

/** What staff say about a review: the public answer, a question to its author, the sentence that the shop quotes. */
export function ReviewTalk({ about, review, onChange }: ReviewTalkProps) {
  const words = useReviewWords();
  const { ask, dashboard } = useStaff();
  const [open, setOpen] = useState<Deed | null>(null);
  const opener = useRef<HTMLButtonElement | null>(null);
  const { canAsk, id, quote, reply, state, text, title, wasAsked } = review;
  const deeds: Deed[] = [
    ...(state === "WITHDRAWN" ? [] : (["reply"] as const)),
    ...(canAsk && !wasAsked && state !== "WITHDRAWN" ? (["ask"] as const) : []),
    ...(state === "PUBLISHED" && title + text !== "" ? (["feature"] as const) : []),
  ];
  const begun = { reply: reply ?? "", ask: "", feature: quote ?? (title || (text.split(/(?<=[.!?])\s/)[0] ?? "")) };
  const leave = () => {
    setOpen(null);
    opener.current?.focus();
  };
  const act = async (deed: Deed, said: string) => {
    if (deed === "reply") return outcomeOf(await ask(ReviewReply, { id, text: said }), (data) => data.reviewReply);
    if (deed === "ask") {
      return outcomeOf(await ask(ReviewAskAuthor, { id, text: said }), (data) => data.reviewAskAuthor);
    }
    return outcomeOf(await ask(ReviewFeature, { id, quote: said }), (data) => data.reviewFeature);
  };
  const done = async (deed: Deed) => {
    dashboard.toast("success", words.talk[deed].done);
    leave();
    await onChange();
  };
  return (
    <>
      <p className="review-talk">
        {deeds.map((deed) => (
          <button
            key={deed}
            type="button"
            className="link"
            aria-describedby={about}
            aria-expanded={open === deed}
            onClick={(event) => {
              opener.current = event.currentTarget;
              setOpen(open === deed ? null : deed);
            }}
          >
            {(deed === "reply" && reply) || (deed === "feature" && quote)
              ? words.talk[deed].change
              : words.talk[deed].open}
          </button>
        ))}
        {wasAsked && <span className="quiet">{words.wasAsked}</span>}
      </p>
      {open && (
        <TextDeed
          key={open}
          label={words.talk[open].label}
          hint={words.talk[open].hint}
          send={words.talk[open].send}
          remove={words.talk[open].remove}
          begun={begun[open]}
          most={MOST[open]}
          act={(said) => act(open, said)}
          onDone={() => done(open)}
          onLeave={leave}
        />
      )}
    </>
  );
}
