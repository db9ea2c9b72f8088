/* Script only adds: everything here has its plain form in the page. */

/* Colours: the system's, light or dark, remembered; where storage is denied that is said. */
const button = document.querySelector("[data-scheme-button]");
if (button) {
  const root = document.documentElement, labels = JSON.parse(button.dataset.labels), order = ["", "light", "dark"];
  const chosen = () => (order.includes(root.dataset.scheme) ? root.dataset.scheme : "");
  const show = (...more) => {
    button.textContent = [{ "": "◐", light: "○", dark: "●" }[chosen()], labels[chosen()], ...more].join(" ");
  };
  button.addEventListener("click", () => {
    root.dataset.scheme = order[(order.indexOf(chosen()) + 1) % order.length];
    try {
      localStorage.setItem("dossier-scheme", root.dataset.scheme);
      show();
    } catch {
      show(button.dataset.forgotten);
    }
  });
  show();
  button.hidden = false;
}

/* The menu closes with Escape, and with a press outside. */
const menu = document.querySelector("[data-menu]");
if (menu) {
  addEventListener("pointerdown", event => { if (!menu.contains(event.target)) menu.open = false; });
  addEventListener("keydown", event => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

/* The language switch keeps the place. */
for (const link of document.querySelectorAll("[data-switch]"))
  link.addEventListener("click", () => { link.hash = location.hash; });

/* The code of a claim has the name of its square. */
const squares = new Map([...document.querySelectorAll(".square[title]")].map(square => [square.href, square.title]));
for (const link of squares.size ? document.querySelectorAll("#content a:not([title])") : [])
  if (squares.has(link.href) && /^[A-Z]\d+$/.test(link.textContent)) link.title = squares.get(link.href);

/* Words to quote are copied with what they say of themselves, and citations with the day of access. */
const today = new Date();
const iso = `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, "0")}-${String(today.getDate()).padStart(2, "0")}`;
const day = locale => new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(today);
const days = {
  us: () => day("en-US"),
  ar: () => day("ar-u-nu-latn-ca-gregory"),
  mla: () => {
    const name = style => new Intl.DateTimeFormat("en-GB", { month: style }).format(today), long = name("long");
    return `${today.getDate()} ${long.length > 4 ? `${name("short")}.` : long} ${today.getFullYear()}`;
  },
};

function accessed(written) {
  const [YYYY, MM, DD] = iso.split("-"), parts = { YYYY, MM, DD };
  return decodeURIComponent(written).replace(/YYYY|MM|DD/g, part => parts[part]);
}

function copied(place) {
  const file = place.querySelector("a[download]");
  if (file) {
    const text = decodeURIComponent(file.href.slice(file.href.indexOf(",") + 1)), end = text.length - file.dataset.end;
    return text.slice(0, end) + accessed(file.dataset.access) + text.slice(end);
  }
  const words = place.querySelector("[data-words]");
  if (!words) return [...place.querySelectorAll("blockquote, figcaption")].map(part => part.innerText.trim()).join("\n");
  const whole = words.cloneNode(true);
  for (const place of whole.querySelectorAll("[data-day]")) place.textContent = days[place.dataset.day]();
  return whole.textContent.replace(/\s+/g, " ").trim();
}

export function offerCopies(inside) {
  for (const button of inside.querySelectorAll("[data-copy]")) {
    const copy = button.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(copied(button.parentElement));
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = copy; }, 2000);
    });
    button.hidden = !navigator.clipboard;
  }
}
offerCopies(document);

/* A sentence and what it quotes of an address: that turns no words beside it, and signs that no reader sees stand there by
   their numbers. */
export function quoting(sentence, values) {
  return sentence.split(/\{(\w+)\}/).map((part, place) => {
    if (place % 2 === 0) return part;
    const quoted = document.createElement("bdi");
    quoted.className = "quoted";
    quoted.textContent = String(values[part]).replace(/[\p{Cc}\p{Cf}\p{DI}\p{Zl}\p{Zp}]/gu,
      sign => `[U+${sign.codePointAt().toString(16).toUpperCase().padStart(4, "0")}]`);
    return quoted;
  });
}

/* On paper a link of the site says its address, the first time that it stands in a text; the style sheet prints those of other sites. */
addEventListener("beforeprint", () => {
  const printed = new Set([location.href]);
  for (const link of document.querySelectorAll("#content :is(p, li, dd, h3) a:not([href^=http], [href^='#'], .square)")) {
    if (printed.has(link.href)) continue;
    printed.add(link.href);
    link.dataset.address = link.href;
  }
});
