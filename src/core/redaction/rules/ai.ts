import type { RedactionRule } from '../rule.ts';
import { ALNUM, BASE64, formatted, HEX, LETTERS, LOWER, named, prefixed, WORD } from './build.ts';
import { drawSample } from './drawSample.ts';

const OPENAI_MARK = ['T3Blbk', 'FJ'].join('');

/** Keys of model hosts and services around them. */
export const AI_RULES: readonly RedactionRule[] = [
  formatted('anthropic-key', ['sk-ant-'], /sk-ant-(?:api|admin|oat|ort)\d\d-[\w-]{93}AA(?![\w-])/y, {
    hits: [`sk-ant-api03-${drawSample(WORD, 93)}AA`, `sk-ant-admin01-${drawSample(WORD, 93)}AA`],
    misses: [`sk-ant-api03-${drawSample(WORD, 60)}AA`],
  }),
  formatted(
    'openai-key',
    ['sk-'],
    new RegExp(`sk-(?:[a-z]{3,8}-)?[\\w-]{20,120}${OPENAI_MARK}[\\w-]{20,120}(?![\\w-])`, 'y'),
    {
      hits: [`sk-${drawSample(ALNUM, 20)}${OPENAI_MARK}${drawSample(ALNUM, 20)}`],
      misses: [`sk-${drawSample(ALNUM, 12)}`],
    },
    { entropy: 3 },
  ),
  prefixed('openai-project-key', ['sk-proj-', 'sk-svcacct-', 'sk-admin-'], [WORD, 40, 200], { entropy: 3.5 }),
  prefixed('openrouter-key', 'sk-or-v1-', [HEX, 64]),
  prefixed('sk-dash-key', 'sk-', [LOWER, 32, 48], { entropy: 3.2 }),
  prefixed('perplexity-key', 'pplx-', [ALNUM, 48]),
  prefixed('groq-key', 'gsk_', [ALNUM, 52]),
  prefixed('xai-key', 'xai-', [ALNUM, 80]),
  prefixed('replicate-token', 'r8_', [ALNUM, 37, 40]),
  prefixed('huggingface-token', 'hf_', [LETTERS, 34], { entropy: 3.8 }),
  prefixed('huggingface-organisation-token', 'api_org_', [LETTERS, 34], { entropy: 3.8 }),
  prefixed('pinecone-key', 'pcsk_', [`${ALNUM}_`, 50, 90]),
  prefixed('langsmith-key', ['lsv2_pt_', 'lsv2_sk_'], [`${HEX}_`, 43]),
  prefixed('fireworks-key', 'fw_', [ALNUM, 22, 24], { entropy: 3.5 }),
  prefixed('elevenlabs-key', 'sk_', [HEX, 48]),
  prefixed('cerebras-key', 'csk-', [LOWER, 48]),
  prefixed('nvidia-key', 'nvapi-', [WORD, 64]),
  prefixed('weights-and-biases-key', 'wandb_v1_', [WORD, 40, 100]),
  named('weights-and-biases-legacy-key', ['wandb'], [HEX, 40]),
  named('cohere-token', ['cohere', 'co_api_key'], [ALNUM, 40], { entropy: 3.5 }),
  named('privateai-token', ['privateai', 'private_ai', 'private-ai'], [LOWER, 32]),
  named(
    'mistral-key',
    ['mistral', 'together_ai', 'togetherai', 'stability', 'deepgram', 'assemblyai'],
    [ALNUM, 32, 64],
    { entropy: 3.2 },
  ),
  named('azure-openai-key', ['azure_openai', 'openai_api'], [BASE64, 32, 84], { entropy: 3.2 }),
];
