import { ArrowLeft } from "lucide-react";
import { PageLink } from "../app/PageLink";
import { useAppWords } from "../words/app/useAppWords";

export function BackToList() {
  const { settings: words } = useAppWords();
  return (
    <PageLink to="/settings" className="back link shown">
      <ArrowLeft size={16} aria-hidden="true" />
      {words.back}
    </PageLink>
  );
}
