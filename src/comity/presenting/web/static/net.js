// Pointing at a state of a network makes its own ties stand out.

function mark(code) {
  for (const net of document.querySelectorAll(".net")) {
    net.classList.toggle("pointed", Boolean(code));
    for (const edge of net.querySelectorAll(".edge")) edge.classList.toggle("own", edge.dataset.a === code || edge.dataset.b === code);
  }
}

for (const [event, act] of [["pointerover", true], ["focusin", true], ["pointerout", false], ["focusout", false]]) {
  document.addEventListener(event, ({ target }) => {
    const node = target.closest?.(".node") ?? target.querySelector?.(":scope > .node");
    if (node) mark(act ? node.dataset.code : "");
  });
}
