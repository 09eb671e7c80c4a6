// Takes number and secret out of the part of the address that no browser sends, and shows that receipt.

const found = /^#(R-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4})\.([\w-]{22})$/.exec(location.hash);

if (found) {
  history.replaceState(null, "", location.pathname + location.search);
  document.getElementById("number").value = found[1];
  document.getElementById("secret").value = found[2];
  document.getElementById("show").requestSubmit();
}
