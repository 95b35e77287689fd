import { type ComponentType, type FunctionComponent, lazy, Suspense } from "react";

function Nothing() {
  return null;
}

/**
 * A part that is loaded once the rest is shown: it must not hold up the first look. `otherwise` stands in its place
 * where it cannot be had: the server was renewed in between, or the connection was lost.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  height = "bar",
  otherwise: FunctionComponent<Props> = Nothing,
): FunctionComponent<Props> {
  const Part = lazy(() =>
    load().then(
      (part) => ({ default: part as FunctionComponent<object> }),
      () => ({ default: otherwise as FunctionComponent<object> }),
    ),
  );
  return (props) => (
    <Suspense fallback={<p className={height} aria-hidden="true" />}>
      <Part {...props} />
    </Suspense>
  );
}
