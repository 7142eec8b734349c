/* Dumps for the end-to-end specs, written for them, in the shapes scrapers leave. */

/** Two articles, three blank lines between them, heads repeated, no last line break. */
export const ferryAndBridge = `Ferry Crews Accept New Night Timetable

 The ferry Anholm at the east pier (AP)
The ferry Anholm at the east pier (AP)
TT

Ferry Crews Accept New Night Timetable

 The ferry Anholm at the east pier (AP)
The ferry Anholm at the east pier (AP)

Ferry crews on the Anholm crossing voted on Tuesday to accept a timetable that adds two sailings after midnight, ending a dispute that had kept the boats at the pier for most of the summer.

The vote was closer than either side had expected. Of the two hundred and twelve ballots that were counted, one hundred and eleven were for the timetable and one hundred and one against it.

The company said that it would hire fourteen deckhands before the first night sailing, and that nobody would be asked to work two nights in a row without having agreed to it in writing.



Council Closes Old Bridge to Lorries

The old bridge seen from the mill (archive - AFP)
The old bridge seen from the mill (archive - AFP)
TT

Council Closes Old Bridge to Lorries

The old bridge seen from the mill (archive - AFP)
The old bridge seen from the mill (archive - AFP)

The town council closed the old bridge to lorries on Monday evening after an inspector found a crack as long as a hand in the second pier, below the line that the river reaches in spring.

Cars and bicycles may still cross, one direction at a time. The bakery on the far bank said that its flour would now have to come round by the motorway, which adds forty minutes to the morning.

An engineer will go down to the pier as soon as the water allows it. The council did not say what it would cost to mend, or whether it would rather build anew.`;

/**
 * Three articles, of which the last is taken for a part of the one above: it has one blank line before it, and its headline
 * stands once. Its first line is 28.
 */
export const harbour = `Share this story

Harbour pilots refuse night sailings after second grounding

Harbour pilots refuse night sailings after second grounding

The grain ship Orla Maren aground off the fish market (Lise Aramoun - AP)
The grain ship Orla Maren aground off the fish market (Lise Aramoun - AP)

By Ines Dallaway

The pilots who bring ships over the bar said on Saturday that they would not sail after dark until the channel had been sounded again, two days after a second grain ship settled on sand where the chart shows eleven metres.

Their spokesman said that the chart had been drawn nine years ago, before the new mole was built, and that the river had been moving its sand about ever since without asking anybody.

READ MORE: What the bell at the fish market is for



Dredging tender draws a single bid

Dredging tender draws a single bid

The harbour board will decide next week whether to ask again for offers to clear the outer channel, after only one firm answered in the forty days allowed. The sum was not read out.

Members sat for nine minutes. Two of them asked that the plan of the seabed be attached to the minutes, and were told that there was none later than the one on the wall.

Fish market bell to ring again in spring

The bell of the fish market, which has hung without its clapper since the storm of 1987, will ring again when the season opens, the guild of fishmongers said on Friday, after a smith from upriver offered to forge a new one for nothing.

Nobody alive remembers the tune that it was rung to, the guild said, and a page of the old book where it was written down has been cut out with a knife.
`;

/** An article that tries everything a page could be made to do. */
export const hostile = `Mill Owner Denies <script src="https://tracker.example/t.js"></script> Report

By <img src="https://tracker.example/pixel.gif" onerror="fetch('https://tracker.example/x')">

<iframe src="https://tracker.example/frame"></iframe> The owner of the upper mill denied on Friday that the wheel had been stopped on purpose, and said that anybody who wished could come and look at it for as long as they liked.

<style>@import url("https://tracker.example/style.css"); body { background: url(https://tracker.example/bg.png) }</style> The report had been printed in three places at once, he said, and each of them had taken it from the other two without asking him.

[a link](https://tracker.example/link) and ![a picture](https://tracker.example/picture.png) and <a href="javascript:fetch('https://tracker.example/js')">another link</a> stood in the same paragraph, and none of them had ever been seen by the owner.

<svg onload="fetch('https://tracker.example/svg')"></svg><object data="https://tracker.example/object"></object><link rel="stylesheet" href="https://tracker.example/sheet.css"> He would answer questions at the mill, he said, between nine and noon, and he would be glad of visitors after such a week.
`;

/** One article in Arabic. */
export const arabic = `إعادة فتح سوق الكتب القديمة بعد الترميم

واجهة سوق الكتب بعد الترميم (رويترز)
واجهة سوق الكتب بعد الترميم (رويترز)

إعادة فتح سوق الكتب القديمة بعد الترميم

أعلنت بلدية المدينة يوم الأحد إعادة فتح سوق الكتب القديمة أمام الزوار بعد أعمال ترميم استمرت عامين كاملين وشملت السقف الخشبي والواجهات الحجرية والممرات الداخلية.

وقال رئيس جمعية باعة الكتب إن أكثر من أربعين دكانًا ستفتح أبوابها في الأسبوع الأول، وإن الإيجارات ستبقى كما كانت قبل الترميم حتى نهاية العام المقبل.
`;

/** `count` short articles in one dump, told apart by their numbers. */
export function manyArticles(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const title = `Report Number ${index + 1} From the Harbour Office`;
    const body = `The harbour office counted ${index + 1} ships in the roads on that morning, and wrote the number into the book that has been kept for the purpose since the office was opened.`;
    const more = `Nobody could say whether ${index + 1} was many or few, because the clerk who used to know it had retired in the spring, and had taken the older books with him to his house.`;
    return [title, title, body, more].join('\n\n');
  }).join('\n\n\n\n');
}

/** Two articles of a review, taken for one: nothing but a line that its site prints stands between them. The second begins at line 11. */
export function makeReview(...places: readonly [string, string]): string {
  const articles = places.map((place) => {
    const text = `Workers in ${place} opened the new pier on Monday, and the first ships came in before noon as had been planned.`;
    return `~~ Delta Review ~~\n${place} port opens its pier after a delay\nHarbour desk\n\n${text}\n\n${text} ${text}\nGo to the map\n`;
  });
  return articles.join('\n\n');
}
