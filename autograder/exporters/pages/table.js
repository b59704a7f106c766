(() => {
  const table = document.getElementById("students");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const words = document.getElementById("words");
  const note = document.getElementById("note");
  const count = document.getElementById("count");
  const texts = new Map();
  const letters = new Intl.Collator(undefined, { numeric: true });

  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };

  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (note.value) wanted.push(note.value.toLowerCase());
    let shown = 0;
    for (const row of rows) {
      const fits = wanted.every((word) => textOf(row).includes(word));
      if (row.hidden === fits) row.hidden = !fits;
      shown += fits;
    }
    count.textContent = shown === rows.length ? `all ${shown} shown` : `${shown} of ${rows.length} shown`;
  };

  const valueOf = (row, column) => {
    const text = row.cells[column].textContent.trim();
    const number = parseFloat(text);
    return Number.isNaN(number) ? text : number;
  };

  const compare = (a, b) => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    if (typeof a === "number") return 1;
    if (typeof b === "number") return -1;
    return letters.compare(a, b);
  };

  const sort = (head) => {
    const column = head.cellIndex;
    const up = head.getAttribute("aria-sort") !== "ascending";
    const isText = head.hasAttribute("data-text");
    const keys = new Map(
      rows.map((row) => [row, isText ? row.cells[column].textContent.trim() : valueOf(row, column)]));
    rows.sort((a, b) => compare(keys.get(a), keys.get(b)) * (up ? 1 : -1));
    body.append(...rows);
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
  };

  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(head));
  }

  const showTarget = () => {
    const row = document.getElementById(location.hash.slice(1));
    if (!row || !row.hidden) return;
    words.value = note.value = "";
    filter();
    row.scrollIntoView();
  };

  words.addEventListener("input", filter);
  note.addEventListener("change", filter);
  addEventListener("hashchange", showTarget);
  document.getElementById("controls").hidden = false;
  filter();
})();
