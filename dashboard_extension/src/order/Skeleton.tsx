import { useLanguage } from "../words/useLanguage";

/** Grey bars where the card's rows will be, as high as a small order, so that little moves when it comes. */
export function Skeleton() {
  const { words } = useLanguage();
  return (
    <>
      <h1 className="only-heard">{words.order}</h1>
      <div className="card skeleton" aria-hidden="true">
        <header>
          <p className="bar title" />
          <p className="bar pills" />
          <p className="bar" />
        </header>
        <div className="columns">
          <div className="facts">
            <p className="bar half" />
            <p className="bar double" />
            <p className="bar triple" />
          </div>
          <section>
            <p className="bar half" />
            <p className="bar triple" />
            <p className="bar triple" />
          </section>
          <section>
            <p className="bar half" />
            <p className="bar triple" />
          </section>
        </div>
        <footer>
          <p className="bar button-high" />
        </footer>
      </div>
    </>
  );
}
