// Runs in Thunderbird's chrome. Arguments: what to do, the callback.
const [action, done] = arguments;
const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
const { ConnectionNotifications } = ChromeUtils.importESModule(
  "resource:///modules/ConnectionNotifications.sys.mjs"
);
// There is no desktop here to tell that a server is away, and without one telling it fails.
ConnectionNotifications.connectionFailed = () => {};
ConnectionNotifications.connectionRestored = () => {};

function moment(date) {
  if (!date.isDate) {
    return date.nativeTime / 1000000;
  }
  const two = number => String(number).padStart(2, "0");
  return `${date.year}-${two(date.month + 1)}-${two(date.day)}`;
}

function told(item) {
  return {
    start: moment(item.startDate),
    end: moment(item.endDate),
    title: item.title || "",
    status: item.status || "CONFIRMED",
    text: item.descriptionText || "",
    html: item.descriptionHTML || "",
    uid: item.id,
    categories: item.getCategories(),
    colour: item.getProperty("COLOR"),
    alarms: item.getAlarms().map(alarm => alarm.offset.inSeconds),
  };
}

// The calendar's own reload, as its timer and the Synchronise button do it: not if it is disabled.
function reload(calendar) {
  return new Promise(resolve => {
    if (calendar.getProperty("disabled") || !calendar.canRefresh) {
      resolve();
      return;
    }
    const observer = {
      QueryInterface: ChromeUtils.generateQI(["calIObserver"]),
      onLoad() {
        calendar.removeObserver(observer);
        resolve();
      },
      onStartBatch() {}, onEndBatch() {}, onAddItem() {}, onModifyItem() {}, onDeleteItem() {},
      onError() {}, onPropertyChanged() {}, onPropertyDeleting() {},
    };
    calendar.addObserver(observer);
    // Of a server that is not there it tells nobody that it has finished.
    setTimeout(() => observer.onLoad(), 3000);
    calendar.refresh();
  });
}

async function run() {
  const calendar = cal.manager.getCalendars().find(each => each.name == "Plan");
  if (!calendar) {
    return null;
  }
  if (action == "refresh") {
    await reload(calendar);
  }
  const all = Ci.calICalendar.ITEM_FILTER_ALL_ITEMS;
  const items = await calendar.getItemsAsArray(all, 0, null, null);
  return { disabled: !!calendar.getProperty("disabled"), items: items.map(told) };
}

run().then(done, error => done({ error: `${error} ${error.stack}` }));
