/* 自测: of the questions on the page some are drawn and answered one by one; what came of each is kept in
   this browser: {id: [times right, times wrong, whether the last was right]}. */
(() => {
  "use strict";
  const { all, button, by, download, kept, load, make, on, save, say } = window.kbShared;
  const form = by("quiz-form"), list = by("quiz-list"), score = by("quiz-score"), again = by("quiz-again");
  if (!form) return;
  const { library } = by("kb-reading").dataset, key = `kb-quiz ${library}`, LETTERS = "ABCDEFGH";
  let record = load(key), drawn = [];
  const items = all("[data-kind]", list), answerOf = {};
  all("[data-of]").forEach((each) => { answerOf[each.dataset.of] = each; });
  const plain = (text) => text.normalize("NFKC").replace(/[\s“”"'‘’《》（）()、，。]/g, "");
  const whole = new Map(items.map((item) => [item, item.cloneNode(true)])); // as the page brought it

  /* What is drawn follows from the number of the paper alone (mulberry32). */
  const chance = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const missed = () => items.filter(({ id }) => record[id] && !record[id][2]);
  /* The kinds take turns; of one sentence but one question is taken: it would tell the other's answer. */
  const TURNS = ["gap", "choice", "gap", "choice", "bank", "gap", "choice", "match"];
  const draw = (some, count, seed) => {
    const next = chance(seed), shown = new Set(), taken = [], left = { bank: [], choice: [], gap: [], match: [] };
    some.map((item) => [next(), item]).sort(([a], [b]) => a - b).forEach(([, item]) => left[item.querySelector(".bank") ? "bank" : item.dataset.kind].push(item));
    for (let turn = 0; taken.length < count && TURNS.some((kind) => left[kind].length); turn++) {
      const item = left[TURNS[turn % TURNS.length]].shift(), sentences = item ? item.dataset.in.split(" ") : [];
      if (!item || sentences.some((each) => shown.has(each))) continue;
      sentences.forEach((each) => shown.add(each));
      taken.push(item);
    }
    return taken;
  };

  const count = () => {
    const answered = drawn.filter((item) => item.dataset.came), right = answered.filter((item) => item.dataset.came === "right").length;
    score.textContent = answered.length < drawn.length ? `已答${answered.length}题，对${right}题，共${drawn.length}题` : `${drawn.length}题答完，对${right}题`;
    const known = Object.keys(record), wrong = missed().length;
    again.hidden = !wrong;
    again.textContent = `只做错题（${wrong}题）`;
    by("quiz-kept").hidden = !known.length;
    by("quiz-kept").querySelector("span").textContent = `做过${known.length}题，最近一次做错的${known.filter((id) => !record[id][2]).length}题。`;
  };
  const ended = (item, isRight) => {
    const [right, wrong] = record[item.id] || [0, 0];
    record[item.id] = [right + (isRight ? 1 : 0), wrong + (isRight ? 0 : 1), isRight ? 1 : 0];
    kept(save(key, record));
    item.dataset.came = isRight ? "right" : "wrong";
  };
  const tell = (item, isRight) => {
    ended(item, isRight);
    const answer = answerOf[item.id], told = item.querySelector(".told");
    const here = item.contains(document.activeElement);
    all("input, select, button", item).forEach((each) => { each.disabled = true; });
    const link = answer.querySelector("a").cloneNode(true);
    link.textContent = "看原文";
    told.textContent = "";
    told.append(isRight ? "✓ 对。" : "✗ 不对。原文是：", isRight ? "" : make("b", {}, answer.querySelector("b").textContent), "　", link);
    if (!isRight && item.dataset.kind === "gap") told.append("　", button("意思一样，算对", ({ target }) => {
      const [right, wrong] = record[item.id];
      record[item.id] = [right, wrong - 1, 0];
      ended(item, true);
      target.remove();
      count();
    }, "kb-do"));
    if (here) told.focus();
    count();
  };
  /* The means to answer, put in when a question is drawn. */
  const means = {
    gap: (item) => {
      const gap = item.querySelector(".gap"), bank = item.querySelector(".bank");
      const fits = (text) => text && [...item.dataset.also.split("|"), answerOf[item.id].querySelector("b").textContent].some((each) => plain(each) === plain(text));
      if (bank) {
        const words = bank.textContent.slice(1, -1).split("、");
        bank.dataset.words = bank.textContent; // what is printed
        bank.textContent = "";
        bank.append(...words.map((word) => button(word, () => {
          gap.textContent = word;
          tell(item, fits(word));
        }, "kb-do")));
        return [];
      }
      const input = make("input", { type: "text", autocomplete: "off" });
      const check = () => (input.value.trim() ? tell(item, fits(input.value)) : tell(item, false));
      input.setAttribute("aria-label", `${item.querySelector(".of").textContent}，填空`);
      input.onkeydown = (event) => {
        if (event.key !== "Enter" || event.isComposing || !input.value.trim()) return;
        event.preventDefault();
        check();
      };
      gap.textContent = "";
      gap.append(input);
      return [button("核对", () => input.value.trim() ? check() : input.focus(), "kb-do"), button("看答案", check, "kb-do")];
    },
    choice: (item) => {
      all(".options li", item).forEach((line, at) => {
        const made = button(`${LETTERS[at]}．${line.textContent}`, () => {
          made.className = "kb-picked";
          all(".options li", item)[item.dataset.right].className = "kb-right";
          tell(item, String(at) === item.dataset.right);
        });
        line.textContent = "";
        line.append(made);
      });
      return [];
    },
    match: (item) => {
      const lines = all(".bodies li", item), options = all(".options li", item), right = item.dataset.right.split(" ");
      const chosen = lines.map((line) => {
        const select = make("select", {}, ...[["", "选"], ...options.map((each, at) => [String(at), LETTERS[at]])].map(([value, text]) => make("option", { value }, text)));
        select.setAttribute("aria-label", `${line.textContent}，对应`);
        line.append(" ", select);
        return select;
      });
      return [button("核对", () => {
        const open = chosen.find((each) => !each.value);
        if (open) open.focus();
        else tell(item, chosen.every((each, at) => each.value === right[at]));
      }, "kb-do")];
    },
  };
  const restore = (item) => {
    delete item.dataset.came;
    item.textContent = "";
    item.append(...whole.get(item).cloneNode(true).childNodes);
  };
  const start = (some, size, seed) => {
    drawn.forEach(restore);
    drawn = draw(some, size, seed);
    items.forEach((item) => {
      item.hidden = !drawn.includes(item);
      answerOf[item.id].hidden = item.hidden;
    });
    drawn.forEach((item) => {
      const tools = make("p", { className: "quiz-tools" }, ...means[item.dataset.kind](item)), told = make("p", { className: "told", tabIndex: -1 });
      told.setAttribute("role", "status");
      item.append(tools, told);
    });
    list.hidden = false;
    by("quiz-print").hidden = !drawn.length;
    count();
    if (!drawn.length) score.textContent = "这个范围没有这样的题，请换一个范围或题型";
    else drawn[0].querySelector("input, button, select").focus();
  };
  const wished = () => {
    const scope = form.scope.value.trim().split(/\s+/).filter(Boolean);
    return items.filter(({ dataset }) => form[dataset.kind].checked && (!scope.length || dataset.articles.split(" ").every((each) => scope.includes(each))));
  };
  on(form, "submit", (event) => {
    event.preventDefault();
    if (!form.seed.value) form.seed.value = form.seed.dataset.given = 1 + Math.floor(Math.random() * 9999);
    else if (form.seed.value === form.seed.dataset.given) form.seed.value = form.seed.dataset.given = (Number(form.seed.value) % 9999) + 1; // another paper
    start(wished(), Number(form.count.value), Number(form.seed.value));
  });
  again.onclick = () => start(missed(), items.length, 1);
  by("quiz-print").onclick = () => print();

  by("quiz-clear").onclick = () => {
    if (!confirm("清除这台电脑上的全部自测成绩？")) return;
    record = {};
    kept(save(key, record));
    count();
  };
  by("quiz-export").onclick = () => download("自测成绩.json", "application/json", JSON.stringify({ kind: "quiz", library, version: 1, record }, null, 1));
  const chooser = by("quiz-kept").querySelector("[type=file]");
  by("quiz-import").onclick = () => chooser.click();
  /* Of two records of a question the one with more answers stays. */
  const merge = (file) => {
    if (file.kind !== "quiz" || file.version !== 1) throw new Error();
    if (file.library !== library) return "这是另一个知识库的成绩";
    const found = Object.entries(file.record).filter(([id, one]) => /^[\w-]+$/.test(id) && Array.isArray(one) && one.length === 3 && one.every((each) => Number.isInteger(each) && each >= 0));
    found.forEach(([id, one]) => {
      const here = record[id];
      if (!here || one[0] + one[1] > here[0] + here[1]) record[id] = one;
    });
    kept(save(key, record));
    count();
    return `已导入${found.length}题的成绩`;
  };
  chooser.onchange = () => {
    const reader = new FileReader(), [chosen] = chooser.files;
    reader.onload = () => {
      let told = "不是自测成绩文件";
      try { told = merge(JSON.parse(reader.result)); } catch (error) { /* it is none */ }
      say(told);
    };
    if (chosen) reader.readAsText(chosen);
    chooser.value = "";
  };
  form.hidden = false;
  list.hidden = true;
  document.documentElement.classList.add("quiz-on");
  count();
  score.textContent = `本页有${items.length}题`;
})();
