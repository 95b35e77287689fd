import { type ReactNode, useState } from "react";
import type { TicketsUpdateInput } from "../generated/TicketsUpdate";
import { useDeskWords } from "../words/desk/useDeskWords";
import { Menu } from "./Menu";
import { nameOf, useColleagues } from "./useColleagues";

interface AssignMenuProps {
  /** Whose it is now; null where that is nobody, or not one person. */
  readonly whose: string | null;
  /** `who` is null where it is given back to everybody. */
  readonly onAssign: (input: TicketsUpdateInput, who: string | null) => void;
}

/** Whose a ticket is from now on: found by a part of the name or address; Enter takes the first. */
export function AssignMenu({ whose, onAssign }: AssignMenuProps) {
  const words = useDeskWords();
  const [search, setSearch] = useState("");
  const { colleagues, again } = useColleagues();
  const looked = search.trim().toLocaleLowerCase();
  const found = colleagues.filter((one) => one.email !== whose && nameOf(one).toLocaleLowerCase().includes(looked));
  const begin = () => {
    setSearch("");
    again();
  };
  return (
    <Menu label={words.assign} onOpen={begin}>
      {(close) => {
        const give = (input: TicketsUpdateInput, who: string | null) => {
          onAssign(input, who);
          close();
        };
        const giveTo = (email: string) => give({ assignTo: email }, email);
        return (
          <>
            <form
              className="menu-form people-search"
              onSubmit={(event) => {
                event.preventDefault();
                if (found[0]) giveTo(found[0].email);
              }}
            >
              <input
                type="text"
                inputMode="search"
                value={search}
                aria-label={words.findColleague}
                placeholder={words.findColleague}
                onChange={(event) => setSearch(event.target.value)}
              />
            </form>
            <ul className="people">
              {found.map((one) => (
                <li key={one.email}>
                  <button type="button" className="menu-item" onClick={() => giveTo(one.email)}>
                    <span className={one.isThere ? "there on" : "there"} aria-hidden="true" />
                    <span className="who">{one.name || breakable(one.email)}</span>
                    {one.isThere && <span className="only-heard">{words.colleagueThere}</span>}
                    {one.name && <span className="quiet">{one.email}</span>}
                  </button>
                </li>
              ))}
            </ul>
            {found.length === 0 && (
              <p className="quiet" role="status">
                {words.noColleague}
              </p>
            )}
            {looked === "" && (
              <div className="people-own">
                <button type="button" className="menu-item" onClick={() => give({ assignToMe: true }, words.yourself)}>
                  {words.assignMe}
                </button>
                {whose && (
                  <button type="button" className="menu-item" onClick={() => give({ unassign: true }, null)}>
                    {words.unassign}
                  </button>
                )}
              </div>
            )}
          </>
        );
      }}
    </Menu>
  );
}

/** An address that goes into the next line, where it must, with what stands behind the name. */
function breakable(email: string): ReactNode {
  const at = email.lastIndexOf("@");
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
}
