/* Finds words in the page's sentences; opens the notes before printing. */
(function () {
  "use strict";
  var form = document.getElementById("find");
  var box = document.getElementById("q");
  var count = document.getElementById("count");
  var places = Array.prototype.slice.call(document.querySelectorAll("main .s, main li, main dd"));
  var texts = places.map(function (place) { return plain(place.textContent); });
  var hits = [];
  var at = -1;

  /* Punctuation, spaces and width do not count. */
  function plain(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  }
  function clear() {
    hits.forEach(function (place) { place.classList.remove("hit", "now"); });
    hits = [];
    at = -1;
  }
  function find() {
    var query = plain(box.value);
    clear();
    if (query) {
      hits = places.filter(function (place, i) { return texts[i].indexOf(query) >= 0; });
      hits.forEach(function (place) { place.classList.add("hit"); });
    }
    count.textContent = !query ? "" : hits.length ? hits.length + "处" : "没有找到";
  }
  function go(step) {
    if (!hits.length) return;
    if (at >= 0) hits[at].classList.remove("now");
    at = at < 0 ? (step > 0 ? 0 : hits.length - 1) : (at + step + hits.length) % hits.length;
    for (var node = hits[at]; node; node = node.parentNode) if (node.tagName === "DETAILS") node.open = true;
    hits[at].classList.add("now");
    hits[at].scrollIntoView({ block: "center" });
    count.textContent = at + 1 + "/" + hits.length + "处";
  }
  var waiting;
  box.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(find, 120);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(waiting);
    if (at < 0) find();
    go(1);
  });
  document.getElementById("next").addEventListener("click", function () { go(1); });
  document.getElementById("previous").addEventListener("click", function () { go(-1); });
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && document.activeElement !== box) {
      event.preventDefault();
      box.focus();
    } else if (event.key === "Escape" && document.activeElement === box) {
      box.value = "";
      find();
      box.blur();
    }
  });
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (each) { each.open = true; });
  });
  form.hidden = false;
})();
