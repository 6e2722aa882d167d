// The page's own behaviour: marks open their source, sources open the document, answers are copied with their sources.
// Without this script every link still works as a link.
(() => {
  "use strict";
  document.documentElement.lang = "zh-CN";
  let opener = null; // what had the focus before the panel or the reader took it

  function reader() {
    let dialog = document.getElementById("cw-reader");
    if (dialog) return dialog;
    dialog = document.createElement("dialog");
    dialog.id = "cw-reader";
    dialog.setAttribute("aria-label", "文件原文");
    dialog.innerHTML =
      '<div class="cw-reader-head"><a class="cw-reader-new" target="_blank" rel="noopener">在新窗口打开</a>' +
      '<button type="button" class="cw-reader-close" aria-label="关闭原文">×</button></div>' +
      '<iframe title="文件原文" sandbox="allow-top-navigation-by-user-activation"></iframe>';
    dialog.querySelector(".cw-reader-close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => {
      dialog.querySelector("iframe").removeAttribute("src");
      opener?.focus();
    });
    document.body.append(dialog);
    return dialog;
  }

  function openDocument(link) {
    const address = new URL(link.href);
    address.searchParams.set("theme", document.body.classList.contains("dark") ? "dark" : "light");
    const dialog = reader();
    opener = link;
    dialog.querySelector("iframe").src = address;
    dialog.querySelector(".cw-reader-new").href = address;
    dialog.showModal();
  }

  function showSources(id) {
    const target = document.getElementById(id);
    const section = target?.closest(".cw-sources");
    if (!section) return;
    for (const other of document.querySelectorAll(".cw-sources")) other.classList.toggle("current", other === section);
    for (const other of document.querySelectorAll(".cw-card.found")) other.classList.remove("found");
    if (target !== section) target.classList.add("found");
    document.body.classList.add("cw-panel-open");
    target.scrollIntoView({ block: "nearest" });
    target.focus({ preventScroll: true });
  }

  function closePanel() {
    document.body.classList.remove("cw-panel-open");
    opener?.focus();
  }

  async function copy(button) {
    const text = button.dataset.copy;
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Browsers keep the clipboard from pages that are neither local nor https.
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    button.textContent = "已复制";
    setTimeout(() => (button.textContent = label), 1500);
  }

  document.addEventListener("click", (event) => {
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const hit = event.target.closest?.(".cw-cite, .cw-show, .cw-open, .cw-copy, .cw-close");
    if (!hit || !plain) return;
    event.preventDefault();
    if (hit.matches(".cw-cite, .cw-show")) {
      opener = hit;
      showSources(hit.hash.slice(1));
    } else if (hit.matches(".cw-open")) openDocument(hit);
    else if (hit.matches(".cw-copy")) copy(hit);
    else closePanel();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.body.classList.contains("cw-panel-open") && !document.querySelector("dialog[open]")) closePanel();
  });

  window.cewen = {
    // Scroll to the turn that has just begun, once it is there.
    toNewest() {
      const before = document.querySelectorAll(".cw-turn").length;
      const log = document.getElementById("cw-conversation");
      const watch = new MutationObserver(() => {
        const turns = document.querySelectorAll(".cw-turn");
        if (turns.length <= before) return;
        watch.disconnect();
        turns[turns.length - 1].scrollIntoView({ block: "start" });
      });
      watch.observe(log, { childList: true, subtree: true });
      setTimeout(() => watch.disconnect(), 5000);
    },
  };
})();
