// The colours that were chosen last, set before anything is painted; without a choice those of the system.
const theme = {
  dark: () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark",

  set(name) {
    document.documentElement.dataset.theme = name;
    try {
      localStorage.setItem("theme", name);
    } catch {
      // Storage is off: the choice lasts as long as the page.
    }
  },
};

try {
  const chosen = localStorage.getItem("theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch {
  // As above.
}
