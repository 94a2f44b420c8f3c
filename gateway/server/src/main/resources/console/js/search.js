/** The search box: a combobox over all segments, which makes every one reachable by keyboard. */
import { el } from "./dom.js";
import { number } from "./format.js";
import { swatch } from "./levels.js";

const OPTIONS = 12;

/**
 * @param {object} parts
 * @param {HTMLInputElement} parts.input
 * @param {HTMLElement} parts.list
 * @param {(query: string, limit: number) =>
 *     {found: import("./network.js").Segment[], total: number}} parts.search
 * @param {(segmentId: string) => import("./levels.js").Level} parts.levelOfSegment
 * @param {(segmentId: string) => void} parts.onChoose
 */
export function createSearch({ input, list, search, levelOfSegment, onChoose }) {
  let options = [];
  let active = -1;

  function close() {
    list.hidden = true;
    options = [];
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function show() {
    const query = input.value.trim();
    if (query === "") {
      close();
      return;
    }
    const { found, total } = search(query, OPTIONS);
    options = found;
    active = found.length > 0 ? 0 : -1;
    list.replaceChildren(...found.map((segment, index) => el("li", { role: "option",
      id: `segment-option-${index}`, "data-segment": segment.id, onclick: () => choose(index),
      onpointermove: () => activate(index) },
    swatch(levelOfSegment(segment.id), 34), el("span", { class: "where" }, segment.name,
      el("small", {}, `${segment.direction}bound · ${number(segment.lengthM)} m · `
        + segment.id)))));
    if (total !== found.length || total === 0) {
      list.append(el("li", { role: "presentation" }, el("small", {}, total === 0
        ? "No segment has these words in its street name or id."
        : `${number(total - found.length)} more: type on to narrow down.`)));
    }
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    activate(active);
  }

  function activate(index) {
    active = index;
    list.querySelectorAll("[role=option]").forEach((option, i) => {
      option.setAttribute("aria-selected", String(i === index));
      if (i === index) {
        option.scrollIntoView({ block: "nearest" });
        input.setAttribute("aria-activedescendant", option.id);
      }
    });
    if (index < 0) {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function choose(index) {
    const segment = options[index];
    input.value = "";
    close();
    onChoose(segment.id);
  }

  const keys = {
    ArrowDown: () => (options.length > 0 ? activate((active + 1) % options.length) : show()),
    ArrowUp: () => options.length > 0
      && activate((active + options.length - 1) % options.length),
    Enter: () => active >= 0 && choose(active),
    Escape: () => {
      input.value = "";
      close();
    },
  };

  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    const action = keys[event.key];
    // Escape with nothing to clear is left to the page, which closes the panel.
    if (action && !(event.key === "Escape" && input.value === "")) {
      event.preventDefault();
      event.stopPropagation();
      action();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault();
      input.focus();
    }
  });
}
