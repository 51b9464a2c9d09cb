import { readFileSync } from 'node:fs';
import path from 'node:path';
import { messages } from './messages.mjs';

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A runner that stopped badly without naming a failed test still counts as one failure. */
function settle(counts, code) {
  if (code === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, problem: messages.exitCode(code) };
}

/** What failed, where, and the first lines of why: told once more at the very end of a long run. */
function described(file, title, reason = '') {
  const why = reason.split('\n').slice(0, 12).join('\n    ');
  return `${path.relative(process.cwd(), path.resolve(file))} › ${title}\n    ${why}`;
}

const crashed = { passed: 0, failed: 1, skipped: 0, problem: messages.noReport };

/** Counts of Vitest's JSON report; a file that could not even be loaded is one failure. */
export function vitestCounts(file, code) {
  const report = read(file);
  if (report === null) return crashed;
  const unloaded = report.testResults.filter(
    (suite) =>
      suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
  const failures = report.testResults.flatMap((suite) =>
    suite.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => described(suite.name, test.fullName, test.failureMessages.at(0))),
  );
  return settle({ ...counts, failures }, code);
}

function failedSpecs(suite) {
  const own = (suite.specs ?? [])
    .filter((spec) => !spec.ok)
    .map((spec) => {
      const error = spec.tests.flatMap((test) => test.results).find((result) => result.error);
      return described(spec.file, spec.title, error?.error.message);
    });
  return [...own, ...(suite.suites ?? []).flatMap(failedSpecs)];
}

/** Counts of Playwright's JSON report; an error outside any test is one failure. */
export function playwrightCounts(file, code) {
  const report = read(file);
  if (report === null) return crashed;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const counts = {
    passed: expected + flaky,
    failed: unexpected + report.errors.length,
    skipped,
  };
  return settle({ ...counts, failures: report.suites.flatMap(failedSpecs) }, code);
}
