// Every behaviour case ORC-001 … ORC-284 of the specification is a test whose title begins with its number, or stands in
// testdata/cases-not-applicable.json with the reason. Used by npm test.

const CASES = 284;
const MAX_NOT_APPLICABLE = 20;

/**
 * What is wrong with the cases, in words; empty when all is well.
 * @param titles titles of the tests that passed
 * @param notApplicable reason by case, e.g. `{"ORC-198": "why"}`
 */
export function checkCases(titles, notApplicable) {
  const tested = new Set(titles.map((title) => /^ORC-\d{3}/.exec(title)?.[0]).filter((name) => name !== undefined));
  const excused = new Set(Object.keys(notApplicable));
  const wrong = [];
  for (let number = 1; number <= CASES; number++) {
    const name = `ORC-${String(number).padStart(3, '0')}`;
    if (tested.has(name) && excused.has(name)) wrong.push(`${name} is tested and in the list of cases that do not apply`);
    if (!tested.has(name) && !excused.has(name)) wrong.push(`${name} has no test whose title begins with it`);
    excused.delete(name);
    tested.delete(name);
  }
  for (const name of [...tested, ...excused]) wrong.push(`${name} is no case of the specification`);
  for (const [name, reason] of Object.entries(notApplicable)) if (reason.length < 20) wrong.push(`${name} does not apply, but the list does not say why`);
  if (Object.keys(notApplicable).length > MAX_NOT_APPLICABLE) wrong.push(`more than ${MAX_NOT_APPLICABLE} cases are said not to apply`);
  return wrong;
}
