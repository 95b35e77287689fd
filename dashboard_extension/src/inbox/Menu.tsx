import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";

interface MenuProps {
  readonly label: ReactNode;
  readonly className?: string;
  /** Another number opens it from elsewhere. */
  readonly openings?: number;
  readonly onOpen?: () => void;
  readonly children: (close: () => void) => ReactNode;
}

/** A button and what it opens below itself; Escape, and a click elsewhere, close it again. */
export function Menu({ label, className = "button secondary", openings = 0, onOpen, children }: MenuProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [turned, setTurned] = useState(false);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (openings > 0) setOpen(true);
  }, [openings]);
  // It opens towards the list, unless it would be cut off there.
  useLayoutEffect(() => {
    setTurned(false);
    if (!open || !sheet.current) return;
    const edge = place.current?.closest(".ticket, .ticket-list")?.getBoundingClientRect().left ?? 0;
    setTurned(sheet.current.getBoundingClientRect().left < edge);
  }, [open]);
  useEffect(() => {
    if (!open) return;
    place.current?.querySelector<HTMLElement>(".menu-sheet :is(button, input, select)")?.focus();
    const elsewhere = ({ target }: Event) => {
      if (!place.current?.contains(target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", elsewhere);
    return () => document.removeEventListener("pointerdown", elsewhere);
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is open inside, wherever the focus is
    <div ref={place} className="menu" onKeyDown={(event) => open && event.key === "Escape" && close()}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          if (!open) onOpen?.();
          setOpen(!open);
        }}
      >
        {label}
      </button>
      <div ref={sheet} id={id} className={turned ? "menu-sheet turned" : "menu-sheet"} hidden={!open}>
        {open && children(close)}
      </div>
    </div>
  );
}
