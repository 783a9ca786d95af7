/* A report: chips light what they speak of; its filter leads to the first hit and stands in the
   address as ?roles=problem&article=yijian-5, to be sent and found again. */
(() => {
  "use strict";
  const { all, asked, by, make, on, rename, root, stay } = window.kbShared;

  // a sentence of a report in parts that stands on another page of it
  const { report, stem, starts } = document.querySelector(".report").dataset;
  const land = () => {
    const id = decodeURIComponent(location.hash.slice(1)), number = +id.slice(report.length + 2);
    if (!starts || !number || by(id) || !id.startsWith(`${report}-s`)) return;
    const at = starts.split(" ").filter((first) => first <= number).length;
    location.replace(`${root}${stem}${at > 1 ? `/${at}` : ""}.html${location.search}#${id}`);
  };
  land();
  on(window, "hashchange", land);

  let tapped;
  const chips = all(".chips li");
  chips.forEach((chip) => {
    const light = (state) => () => chip.dataset.sentences.split(" ").forEach((id) => by(id).classList.toggle("lit", state));
    on(chip, "mouseenter focusin", light(true));
    on(chip, "mouseleave focusout", light(false));
    on(chip, "click", (event) => { // where nothing hovers, the first tap shows the article's words
      if (!matchMedia("(hover: none)").matches || tapped === chip) return;
      event.preventDefault();
      tapped = chip;
      chip.firstElementChild.focus();
    });
  });

  const form = document.querySelector(".report form.filter");
  if (!form) return;
  const boxes = all("input", form), { article } = form.elements, sentences = all(".s[data-links]");
  const told = form.appendChild(make("output", { className: "kb-told" }));
  const onward = form.appendChild(make("span", { className: "kb-onward", hidden: true }));
  const roles = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const whole = () => roles().length === boxes.length && !article.value;
  let hits = [], at = 0;

  const fits = (links) => {
    const wanted = roles();
    return links.split(" ").some((link) => {
      const [role, of] = link.split("@");
      return wanted.includes(role) && (!article.value || of === article.value);
    });
  };
  const mark = () => {
    hits = sentences.filter((each) => each.classList.toggle("linked", fits(each.dataset.links)));
    chips.forEach((chip) => { chip.hidden = !fits(chip.dataset.links); });
    told.textContent = whole() ? "" : hits.length ? `合条件的${hits.length}句` : "没有合条件的句子";
    onward.hidden = whole() || hits.length < 2;
    at = 0;
  };
  const go = () => {
    all(".s.on").forEach((each) => each.classList.remove("on"));
    if (!hits[at] || whole()) return;
    hits[at].classList.add("on");
    hits[at].scrollIntoView({ block: "center" });
    if (!onward.hidden) told.textContent = `第${at + 1}句，合条件的共${hits.length}句`;
  };
  [["上一句", -1], ["下一句", 1]].forEach(([text, step]) => onward.append(make("button", { type: "button", onclick: () => {
    at = (at + step + hits.length) % hits.length;
    go();
  } }, text)));
  const address = () => {
    const query = new URLSearchParams(location.search);
    query.delete("roles");
    query.delete("article");
    if (roles().length < boxes.length) query.set("roles", roles().join(","));
    if (article.value) query.set("article", article.value);
    return `${location.pathname}${query.toString() && `?${query}`.replace(/%2C/g, ",")}`;
  };
  form.hidden = false;
  form.onsubmit = stay;
  told.setAttribute("aria-live", "polite");
  on(form, "change", () => {
    mark();
    go();
    rename(address());
  });

  if (!asked.has("roles") && !asked.get("article")) return;
  if (asked.has("roles")) boxes.forEach((box) => { box.checked = asked.get("roles").split(",").includes(box.value); });
  if (all("option", article).some((each) => each.value === asked.get("article"))) article.value = asked.get("article");
  mark();
  if (!location.hash) go();
})();
