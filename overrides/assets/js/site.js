/* What the pages do beyond what links and details do by themselves. All of it may fail safely:
   without scripts, panels open by :target, lists unfold, everything can be read. */
(function () {
  "use strict";
  var html = document.documentElement;
  var root = document.body.dataset.root;
  var all = function (selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  };

  /* Light and dark. */
  var themeButtons = all(".kb-theme");
  var system = window.matchMedia("(prefers-color-scheme: dark)");
  function dark() {
    return html.dataset.theme ? html.dataset.theme === "dark" : system.matches;
  }
  function nameTheme() {
    themeButtons.forEach(function (button) {
      button.textContent = dark() ? "日间" : "夜间";
    });
  }
  themeButtons.forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      html.dataset.theme = dark() ? "light" : "dark";
      try {
        localStorage.setItem("kb-theme", html.dataset.theme);
      } catch (error) {
        /* The choice then holds for this page only. */
      }
      nameTheme();
    });
  });
  nameTheme();

  /* Panels: a count or a cell opens its panel beside the text (below it on a phone). */
  var opener = null;
  var sentence = null;
  function openPanel(panel, from) {
    closePanel(false);
    opener = from;
    panel.classList.add("open");
    document.body.classList.add("panel-open");
    if (from) from.setAttribute("aria-expanded", "true");
    sentence = document.getElementById(panel.id.replace(/-links$/, ""));
    if (sentence && sentence !== panel) sentence.classList.add("on");
    panel.parentNode.scrollTop = 0;
    panel.focus({ preventScroll: true });
  }
  function closePanel(back) {
    all(".panel.open").forEach(function (panel) {
      panel.classList.remove("open");
    });
    document.body.classList.remove("panel-open");
    if (sentence) sentence.classList.remove("on");
    if (opener) {
      opener.setAttribute("aria-expanded", "false");
      if (back) opener.focus({ preventScroll: true });
    }
    opener = sentence = null;
  }
  function panelOf(link) {
    var id = (link.getAttribute("href") || "").slice(1);
    var panel = id && document.getElementById(id);
    return panel && panel.classList.contains("panel") ? panel : null;
  }
  function remember(hash) {
    try {
      history.replaceState(null, "", hash || location.pathname + location.search);
    } catch (error) {
      /* Some browsers refuse this on file://; the address then stays as it was. */
    }
  }
  all(".panels").forEach(function (panels) {
    panels.classList.add("scripted");
  });
  all(".count, .cell").forEach(function (link) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("keydown", function (event) {
      if (event.key === " ") {
        event.preventDefault();
        link.click();
      }
    });
  });
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a");
    if (!link) return;
    if (link.classList.contains("close")) {
      event.preventDefault();
      closePanel(true);
      remember("");
    } else if (link.matches(".count, .cell") && panelOf(link)) {
      event.preventDefault();
      if (link === opener) {
        closePanel(true);
        remember("");
      } else {
        openPanel(panelOf(link), link);
        remember(link.getAttribute("href"));
      }
    }
  });
  function fromAddress() {
    var panel = panelOf({ getAttribute: function () { return location.hash; } });
    if (!panel) return;
    var link = all(".count, .cell").filter(function (each) {
      return each.getAttribute("href") === location.hash;
    })[0];
    openPanel(panel, link);
    if (link) link.scrollIntoView({ block: "center" });
  }
  window.addEventListener("hashchange", fromAddress);
  fromAddress();

  /* Keys: Escape closes a panel; left and right turn to the article before and after. */
  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable) return;
    if (event.key === "Escape" && document.querySelector(".panel.open")) {
      closePanel(true);
      remember("");
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      if (event.target.closest(".matrix-box, .map-box, .table-box")) return;
      var turn = document.querySelector(".turn a[rel=" + (event.key === "ArrowLeft" ? "prev" : "next") + "]");
      if (turn) turn.click();
    }
  });

  /* A chip beside a report shows which sentences it belongs to. */
  all(".chips li").forEach(function (chip) {
    var sentences = chip.dataset.sentences.split(" ").map(function (id) {
      return document.getElementById(id);
    });
    function light(on) {
      sentences.forEach(function (each) {
        if (each) each.classList.toggle("lit", on);
      });
    }
    ["mouseenter", "focusin"].forEach(function (name) {
      chip.addEventListener(name, light.bind(null, true));
    });
    ["mouseleave", "focusout"].forEach(function (name) {
      chip.addEventListener(name, light.bind(null, false));
    });
  });

  /* Filters: rows that no ticked box speaks for are left out. */
  all("form.filter").forEach(function (form) {
    form.hidden = false;
    function shares(ticked, of) {
      return (of || "").split(" ").some(function (each) {
        return ticked.indexOf(each) >= 0;
      });
    }
    form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    form.addEventListener("change", function () {
      var ticked = all("input:checked", form).map(function (box) {
        return box.value;
      });
      if (form.dataset.rows) {
        all(form.dataset.rows).forEach(function (row) {
          row.hidden = !shares(ticked, row.dataset.rules);
        });
        return;
      }
      var article = form.elements.article.value;
      all(".chips li").forEach(function (chip) {
        chip.hidden = !shares(ticked, chip.dataset.roles) || (article && chip.dataset.article !== article);
      });
      all(".s[data-roles]").forEach(function (each) {
        var on = shares(ticked, each.dataset.roles) && (!article || shares([article], each.dataset.articles));
        each.classList.toggle("linked", !!on);
      });
    });
  });

  /* 对读: a link in a pane opens in the pane it belongs to. */
  var panes = document.querySelector(".panes");
  if (panes) {
    var frames = all("iframe", panes);
    var asked = new URLSearchParams(location.search);
    var safe = /^[A-Za-z0-9_/-]+$/;
    if (safe.test(asked.get("a") || "")) frames[0].src = root + asked.get("a") + ".html";
    if (safe.test(asked.get("r") || "")) frames[1].src = root + "reports/" + asked.get("r") + ".html";
    window.addEventListener("message", function (event) {
      var side = frames.map(function (each) { return each.contentWindow; }).indexOf(event.source);
      var path = event.data && event.data.kbOpen;
      if (side < 0 || typeof path !== "string" || !/^[A-Za-z0-9_/-]+\.html(#[^<>"]*)?$/.test(path)) return;
      frames[path.indexOf("reports/") === 0 ? 1 : 0].src = root + path;
    });
  } else if (html.classList.contains("bare")) {
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a[href]");
      if (!link || event.defaultPrevented || link.getAttribute("href").charAt(0) === "#") return;
      var home = new URL(root || "./", location.href).href;
      if (link.href.indexOf(home) !== 0 || !/\.html(#|$)/.test(link.href)) return;
      event.preventDefault();
      window.parent.postMessage({ kbOpen: link.href.slice(home.length) }, "*");
    });
  }
})();
