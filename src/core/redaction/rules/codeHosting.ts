import type { RedactionRule } from '../rule.ts';
import {
  ALNUM,
  formatted,
  HEX,
  LETTERS,
  LOWER,
  named,
  namedUuid,
  prefixed,
  UPPER,
  WORD,
  WORD_EQUALS,
} from './build.ts';
import { drawSample } from './drawSample.ts';

/** Keys of code hosts, package registries and build services. */
export const CODE_HOSTING_RULES: readonly RedactionRule[] = [
  prefixed('github-personal-token', 'ghp_', [ALNUM, 36], { entropy: 3 }),
  prefixed('github-oauth-token', 'gho_', [ALNUM, 36], { entropy: 3 }),
  prefixed('github-app-token', ['ghu_', 'ghs_'], [ALNUM, 36], { entropy: 3 }),
  prefixed('github-refresh-token', 'ghr_', [ALNUM, 36], { entropy: 3 }),
  prefixed('github-fine-grained-token', 'github_pat_', ['A-Za-z0-9_', 82], { entropy: 3 }),
  prefixed('gitlab-personal-token', 'glpat-', [WORD, 20], { entropy: 3 }),
  prefixed('gitlab-token', ['gldt-', 'glffct-', 'glft-', 'glrt-', 'glsoat-'], [WORD, 20], { entropy: 3 }),
  routable('gitlab-personal-token-routable', 'glpat-'),
  routable('gitlab-runner-token-routable', 'glrt-t1_'),
  formatted('gitlab-job-token', ['glcbt-'], /glcbt-[A-Za-z0-9]{1,5}_[\w-]{20}(?![\w-])/y, {
    hits: [`glcbt-64_${drawSample(WORD, 20)}`],
    misses: [`glcbt-64_${'x'.repeat(20)}`],
  }),
  prefixed('gitlab-incoming-mail-token', 'glimt-', [WORD, 25]),
  prefixed('gitlab-agent-token', 'glagent-', [WORD, 50]),
  prefixed('gitlab-oauth-app-secret', 'gloas-', [WORD, 64]),
  prefixed('gitlab-trigger-token', 'glptt-', [HEX, 40]),
  prefixed('gitlab-runner-registration-token', 'GR1348941', [WORD, 20], { entropy: 3 }),
  prefixed('gitlab-session-cookie', '_gitlab_session=', [LOWER, 32], { kind: 'session' }),
  named('bitbucket-client-id', ['bitbucket'], [ALNUM, 32]),
  named('bitbucket-client-secret', ['bitbucket'], [WORD_EQUALS, 64]),
  prefixed('bitbucket-app-password', 'ATBB', [ALNUM, 32]),
  named('atlassian-api-token', ['atlassian', 'confluence', 'jira'], [ALNUM, 20, 24], { entropy: 3.2 }),
  prefixed('atlassian-token', ['ATATT3', 'ATCTT3'], [WORD_EQUALS, 60, 400], { entropy: 3.5 }),
  prefixed('npm-token', 'npm_', [ALNUM, 36]),
  formatted('npm-legacy-token', ['_authtoken'], /_authToken\s?=\s?(?<secret>[\w-]{36,40})(?![\w-])/dy, {
    hits: [`//registry.example.org/:_authToken=${drawSample(HEX, 36)}`],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: how .npmrc names a variable
    misses: ['//registry.example.org/:_authToken=${NPM_TOKEN}'],
  }),
  prefixed('pypi-token', 'pypi-AgE', [WORD, 50, 1000]),
  prefixed('rubygems-key', 'rubygems_', [HEX, 48]),
  prefixed('clojars-token', 'CLOJARS_', [LOWER, 60]),
  named('crates-io-token', ['crates', 'cargo'], [ALNUM, 32, 36], { entropy: 3.5 }),
  prefixed('docker-hub-token', ['dckr_pat_', 'dckr_oat_'], [WORD, 27, 40]),
  {
    id: 'nuget-password',
    kind: 'password',
    keywords: ['cleartextpassword'],
    pattern: /ClearTextPassword"\s{1,4}value="(?<secret>[^"%$]{4,200})"/dgi,
    hits: ['<add key="ClearTextPassword" value="f3Tk9!aa" />'],
    misses: ['<add key="ClearTextPassword" value="%NUGET_TOKEN%" />'],
  },
  prefixed('artifactory-api-key', 'AKCp', [ALNUM, 69], { entropy: 3 }),
  prefixed('artifactory-reference-token', 'cmVmd', [ALNUM, 59], { entropy: 3 }),
  named('jfrog-api-key', ['jfrog', 'artifactory', 'bintray', 'xray'], [ALNUM, 73], { entropy: 3, hint: /./ }),
  named('jfrog-identity-token', ['jfrog', 'artifactory', 'bintray', 'xray'], [ALNUM, 64], {
    entropy: 4,
    hint: /./,
  }),
  named('codecov-token', ['codecov'], [ALNUM, 32]),
  named('droneci-token', ['droneci'], [ALNUM, 32]),
  named('travisci-token', ['travis'], [ALNUM, 22], { entropy: 3 }),
  prefixed('circleci-token', ['CCIPAT_', 'CCIPRJ_'], [ALNUM, 22, 100]),
  prefixed('buildkite-token', ['bkua_', 'bkaj_', 'bkt_'], [LOWER, 38, 64]),
  formatted('harness-token', ['pat.', 'sat.'], /[ps]at\.[\w-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{20}(?!\w)/y, {
    hits: [`pat.${drawSample(WORD, 22)}.${drawSample(ALNUM, 24)}.${drawSample(ALNUM, 20)}`],
    misses: ['pat.example.com', `pat.${drawSample(WORD, 22)}.${drawSample(ALNUM, 4)}`],
  }),
  prefixed('octopus-deploy-key', 'API-', [UPPER, 26], { entropy: 3 }),
  namedUuid('snyk-token', ['snyk']),
  prefixed('sonar-token', ['squ_', 'sqp_', 'sqa_'], [WORD_EQUALS, 40]),
  {
    ...named('sonar-legacy-token', ['sonar'], [ALNUM, 40], { entropy: 0 }),
    misses: [`sonar_token=${drawSample(ALNUM, 39)}`, `sonar_rule=${drawSample(HEX, 40)}`],
  },
  formatted('sourcegraph-token', ['sgp_'], /sgp_(?:(?:[a-fA-F0-9]{16}|local)_)?[a-fA-F0-9]{40}(?!\w)/y, {
    hits: [`sgp_local_${drawSample(HEX, 40)}`, `sgp_${drawSample(HEX, 16)}_${drawSample(HEX, 40)}`],
    misses: [`sgp_${drawSample(HEX, 12)}`],
  }),
  formatted('infracost-token', ['ico-'], /(?<!\.)ico-[A-Za-z0-9]{32}(?!\w)/y, {
    hits: [`ico-${drawSample(ALNUM, 32)}`],
    misses: [`favicon.ico-${drawSample(HEX, 32)}.png`],
  }),
  prefixed('prefect-token', 'pnu_', [LOWER, 36]),
  prefixed('defined-networking-token', 'dnkey-', [WORD_EQUALS, 79]),
  prefixed('readme-token', 'rdme_', [LOWER, 70]),
  prefixed('intra42-client-secret', ['s-s4t2ud-', 's-s4t2af-'], [HEX, 64]),
  {
    id: 'terraform-cloud-token',
    kind: 'key',
    keywords: ['.atlasv1.'],
    pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,70}(?![\w=-])/g,
    accept: secret => !/x{6}/i.test(secret),
    hits: [`token = "${drawSample(ALNUM, 14)}.atlasv1.${drawSample(ALNUM, 64)}"`],
    misses: [`${'x'.repeat(14)}.atlasv1.${'x'.repeat(67)}`],
  },
  {
    id: 'endor-labs-key',
    kind: 'key',
    keywords: ['endr+'],
    at: 'start',
    pattern: /endr\+[\w-]{16}(?![\w-])/y,
    hits: [`endr+${drawSample(WORD, 16)}`],
    misses: [`endr+${drawSample(LETTERS, 5)}`],
  },
];

function routable(id: string, prefix: string): RedactionRule {
  return formatted(
    id,
    [prefix],
    new RegExp(`${prefix.replace('1_', '\\d_')}[\\w-]{27,300}\\.[0-9a-z]{9}(?![0-9a-z])`, 'y'),
    {
      hits: [`${prefix}${drawSample(WORD, 27)}.${drawSample(LOWER, 9)}`],
      misses: [`${prefix}${'x'.repeat(27)}.${'x'.repeat(9)}`],
    },
  );
}
