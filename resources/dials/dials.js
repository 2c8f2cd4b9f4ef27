
"use strict";
// Everything that can be said was written when the file was made. What is done here is to look up
// the place where the dials are, and to put together what is said there. The file is XML as well,
// which is why there is neither a less-than nor an ampersand in here.
(function () {
  const data = JSON.parse(document.getElementById("dial-data").textContent);
  const section = document.getElementById("dials");
  const threshold = document.getElementById("threshold");
  const budget = document.getElementById("budget");
  const icons = section.querySelector(".icons");
  const budgets = data.budgets;

  // The number of a fragment, or several in a row; a fragment is a string, or made of others.
  function words(said) {
    if (Array.isArray(said)) {
      return said.map(words).join("");
    }
    const fragment = data.fragments[said];
    return typeof fragment === "string" ? fragment : words(fragment);
  }

  function display() {
    const place = Number(threshold.value) * budgets + (budget ? Number(budget.value) : 0);
    const position = data.positions[place];
    section.querySelectorAll("[data-text]").forEach(function (element) {
      const said = words(position[Number(element.dataset.text)]);
      if (element.textContent !== said) {
        element.textContent = said;
      }
    });
    threshold.setAttribute("aria-valuetext", words(position[data.thresholdText]));
    if (budget) {
      budget.setAttribute("aria-valuetext", words(position[data.budgetText]));
    }
    const wrong = data.wrong[place];
    icons.classList.toggle("untold", wrong === -1);
    icons.setAttribute("aria-label", words(position[data.iconsText]));
    icons.querySelectorAll(".mark").forEach(function (mark, number) {
      mark.classList.toggle("bad", wrong > number);
    });
  }

  threshold.addEventListener("input", display);
  if (budget) {
    budget.addEventListener("input", display);
  }
  section.querySelectorAll("button").forEach(function (button) {
    button.addEventListener("click", function () {
      threshold.value = button.dataset.threshold;
      if (budget) {
        budget.value = button.dataset.budget;
      }
      display();
    });
  });
  // A browser that comes back to a page puts dials where they were left.
  window.addEventListener("pageshow", display);
  section.hidden = false;
  display();
}());
