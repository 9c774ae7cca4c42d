/* The reader: a mark leads to its card and a card to its mark, what is chosen becomes a claim, deciding goes on to the next card. */

const article = document.querySelector("article[data-doc]");
const card = (claim) => document.getElementById(`card-${claim}`);
const marks = (claim) => article.querySelectorAll(`mark[data-claims~="${claim}"]`);
const claims = (mark) => mark.dataset.claims.split(" ");

function light(names, look, on) {
  for (const name of names) {
    card(name)?.classList.toggle(look, on);
    marks(name).forEach((one) => one.classList.toggle(look, on));
  }
}

function pick(name, scroll) {
  document.querySelectorAll(".picked").forEach((one) => one.classList.remove("picked"));
  document.querySelectorAll("[data-item].current").forEach((one) => one.classList.remove("current"));
  light([name], "picked", true);
  card(name)?.classList.add("current");
  (scroll === "mark" ? marks(name)[0] : card(name))?.scrollIntoView({ block: "nearest" });
}

article.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-claims]");
  if (mark && getSelection().isCollapsed) {
    // A second click on a place of several claims shows the next.
    const names = claims(mark);
    const at = names.findIndex((one) => card(one)?.classList.contains("picked"));
    pick(names[(at + 1) % names.length], "card");
    return;
  }
  const link = event.target.closest(".card .title a");
  if (link) pick(link.closest(".card").dataset.claim, "mark");
});

for (const [name, on] of [["mouseover", true], ["mouseout", false]]) {
  article.addEventListener(name, (event) => {
    const mark = event.target.closest("mark[data-claims]");
    const own = event.target.closest(".card");
    if (mark) light(claims(mark), "lit", on);
    else if (own) light([own.dataset.claim], "lit", on);
  });
}

document.addEventListener("comity:current", (event) => {
  const name = event.target.dataset.claim;
  if (name) pick(name, "card");
  if (name) marks(name)[0]?.scrollIntoView({ block: "nearest" });
});

/* Whoever decides about a card goes on to the next. */
const form = document.getElementById("judge");
form.addEventListener("submit", (event) => {
  const all = [...article.querySelectorAll(".card")];
  const mine = event.submitter?.closest(".card");
  const next = all[all.indexOf(mine) + 1] || mine;
  const back = form.elements.namedItem("back");
  const address = new URL(back.value, location.origin);
  if (next) {
    address.searchParams.set("claim", next.dataset.claim);
    back.value = `${address.pathname}${address.search}#card-${next.dataset.claim}`;
  }
});

const wanted = location.hash.slice(1).replace(/^card-/, "");
if (wanted && card(wanted)) {
  const scroll = location.hash.startsWith("#card-") ? "card" : "mark";
  const asked = scroll === "mark" ? marks(wanted)[0] : card(wanted);
  const show = () => asked?.scrollIntoView({ block: "center", behavior: "instant" });
  pick(wanted, scroll);
  show();
  // What is drawn only later (a font, lines that come into sight) moves the text: it is followed until somebody moves it himself.
  const settling = new ResizeObserver(show);
  settling.observe(article);
  const stop = () => settling.disconnect();
  for (const act of ["wheel", "keydown", "pointerdown", "touchstart"]) addEventListener(act, stop, { once: true, passive: true });
  addEventListener("load", () => document.fonts.ready.then(show).then(() => setTimeout(stop, 2000)), { once: true });
}

/* Toggles take effect at once. */
const toggles = document.querySelector(".toggles");
toggles.addEventListener("change", (event) => {
  if (event.target.name === "only" && event.target.checked) {
    toggles.querySelectorAll("[name=only]").forEach((one) => (one.checked = one === event.target));
  }
  toggles.requestSubmit();
});

/* A stretch that is chosen with the mouse or the keys becomes a claim. */
const offer = Object.assign(document.createElement("a"), { className: "button offer", hidden: true });
offer.append("New claim from this ", Object.assign(document.createElement("kbd"), { textContent: "a" }));
offer.dataset.does = "a new claim from the chosen words";
document.body.append(offer);

/** How many characters of its line stand before a place, as the server counts them. */
function before(line, node, offset) {
  const range = document.createRange();
  range.setStart(line, 0);
  range.setEnd(node, offset);
  return [...range.toString()].length;
}

function chosen() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !selection.toString().trim()) return null;
  const range = selection.getRangeAt(0);
  const lineOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("p.text[data-start]");
  const [first, last] = [lineOf(range.startContainer), lineOf(range.endContainer)];
  if (!first || !last || !article.contains(first)) return null;
  const start = Number(first.dataset.start) + before(first, range.startContainer, range.startOffset);
  const end = Number(last.dataset.start) + before(last, range.endContainer, range.endOffset);
  return start < end ? { start, end, box: range.getBoundingClientRect() } : null;
}

document.addEventListener("selectionchange", () => {
  const found = chosen();
  offer.hidden = !found;
  const usual = document.querySelector('.toggles [data-does="a new claim from this document"]');
  if (usual) usual.dataset.key = found ? "" : "a";
  if (!found) return;
  offer.dataset.key = "a";
  const back = `${location.pathname}${location.search}`;
  offer.href = `/claim/new?${new URLSearchParams({ doc: decodeURIComponent(article.dataset.doc), at: `${found.start}-${found.end}`, back })}`;
  offer.style.insetInlineStart = `${Math.min(Math.max(found.box.left, 8), innerWidth - 220)}px`;
  offer.style.top = `${Math.min(found.box.bottom + 8, innerHeight - 56)}px`;
});
