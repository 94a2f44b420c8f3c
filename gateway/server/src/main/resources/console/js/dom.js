/** Building elements. Text only ever becomes a text node, so no field of the API can be markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * The element with this id; it is a mistake of the page if there is none.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`the page has no element with id "${id}"`);
  }
  return found;
}

/**
 * A new HTML element.
 * @param {string} tag
 * @param {Object<string, unknown>} [attributes] null, undefined and false leave the attribute out;
 *     a function under `onclick` and the like becomes a listener
 * @param {...(Node|string|number|null)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * A new SVG element; parameters as for {@link el}.
 * @param {string} tag
 * @param {Object<string, unknown>} [attributes]
 * @param {...(Node|string|number|null)} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * Sets an element's text only when it changes, which spares layout at one update a second.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined)
    .map((child) => (child instanceof Node ? child : String(child))));
  return element;
}
