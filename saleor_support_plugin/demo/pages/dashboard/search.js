// The search palette, in which apps offer commands.

const dialog = document.getElementById("search");
const opener = document.querySelector("button.search");
const input = dialog.querySelector("input");
const list = dialog.querySelector("ul");

/** Offer these commands to whoever presses Ctrl+K. */
export function offerCommands(commands, run) {
  if (commands.length === 0) {
    return;
  }
  const open = () => {
    input.value = "";
    show();
    dialog.showModal();
  };
  const show = () => {
    const wanted = input.value.trim().toLowerCase();
    const found = commands.filter(({ label }) => label.toLowerCase().includes(wanted));
    list.replaceChildren(...found.map(rowOf));
  };
  const rowOf = (command) => {
    const row = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = command.label;
    button.addEventListener("click", () => {
      dialog.close();
      run(command);
    });
    row.append(button);
    return row;
  };
  opener.hidden = false;
  opener.addEventListener("click", open);
  input.addEventListener("input", show);
  addEventListener("keydown", (event) => {
    if (event.key === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      open();
    }
  });
}
