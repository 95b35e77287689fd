import { useTicketWords } from "../words/tickets/useTicketWords";
import { useLanguage } from "../words/useLanguage";

/** Whom to call, and from when on they wait for it. */
export function CallBack({ phone, at }: { readonly phone: string; readonly at: string }) {
  const words = useTicketWords();
  const { moment } = useLanguage();
  return (
    <section>
      <h3>{words.callBack}</h3>
      <p>
        <a href={`tel:${phone}`}>{phone}</a> <time dateTime={at}>{moment(at)}</time>
      </p>
    </section>
  );
}
