// The sets of another week, on the body and in the list.
const week = $("#body-week");
if (week) {
  const data = JSON.parse($("#body-data").textContent);
  const zones = $$("#body .figures .z:not(.legend .z)");
  const rows = $$("#ranks tbody tr");
  const told = (direct, indirect) =>
    [direct && `${direct} set${direct === 1 ? "" : "s"}`, indirect && `helps in ${indirect}`].filter(Boolean).join(", ") || "none";
  week.addEventListener("change", () => {
    const n = Number(week.value);
    $("#body .still").textContent = week.selectedOptions[0].textContent;
    zones.forEach((zone, at) => {
      zone.setAttribute("class", `z z${data.zones[n][at]}`);
      const title = $("title", zone);
      title.textContent = `${title.textContent.split(":")[0]}: ${told(...data.sets[n][at])}`;
    });
    rows.forEach((row, at) => {
      const [direct, indirect] = data.rows[n][at];
      row.children[1].textContent = direct || "";
      row.children[2].textContent = indirect ? `(${indirect})` : "";
      $("rect", row).setAttribute("width", Math.round((100 * direct) / data.most));
    });
  });
}
