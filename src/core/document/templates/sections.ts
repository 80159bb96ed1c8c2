/** Sections that several templates share, so that a reader finds the same thing under the same name. */
import type { TemplateSection } from './template.ts';

export const SUMMARY: TemplateSection = {
  id: 'summary',
  title: 'TL;DR',
  guidance:
    'Three sentences for someone who was not there: what users saw and for how long, what let it happen, what is being done so that it does not come back.',
  isRequired: true,
  minimumWords: 15,
  filledBy: ['summary'],
};

export const IMPACT: TemplateSection = {
  id: 'impact',
  title: 'Impact',
  guidance:
    'Who was affected, how many, in what way, from when until when; requests failed, money, error budget, tickets. Write numbers, and say which are estimates.',
  isRequired: true,
  minimumWords: 10,
  filledBy: ['impact'],
};

export const TIMELINE: TemplateSection = {
  id: 'timeline',
  title: 'Timeline',
  guidance:
    'What happened and what people knew at that moment, with times and zone, from the last quiet minute to the end. Mark what is uncertain.',
  isRequired: true,
  minimumWords: 20,
  filledBy: ['timeline'],
};

export const CAUSES: TemplateSection = {
  id: 'causes',
  title: 'Causes',
  guidance:
    'The conditions that together let this happen, each with its evidence: what set it off, what let it spread, what kept it from being seen. Systems and circumstances, not persons. Mark hypotheses as such.',
  isRequired: true,
  minimumWords: 15,
  filledBy: ['factors'],
};

export const ACTIONS: TemplateSection = {
  id: 'actions',
  title: 'Actions',
  guidance:
    'What will be changed, each with one owner, a due date, and how it will be proved. Few that matter rather than many that do not.',
  isRequired: true,
  minimumWords: 8,
  filledBy: ['actions'],
};

export const VALIDATION: TemplateSection = {
  id: 'validation',
  title: 'Validation plan',
  guidance:
    'How it will be known that the actions work: the query that must hold, the test that must pass, the drill that will be run, and when.',
  isRequired: true,
  minimumWords: 8,
  filledBy: ['validation'],
};

export const LEARNINGS: TemplateSection = {
  id: 'learnings',
  title: 'Learnings',
  guidance:
    'What surprised those involved, what went well, where luck helped, and what other teams should know.',
  isRequired: true,
  minimumWords: 12,
  filledBy: [],
};

export const UNKNOWNS: TemplateSection = {
  id: 'unknowns',
  title: 'What is not known',
  guidance: 'Questions that the evidence leaves open, and what would answer them.',
  isRequired: false,
  minimumWords: 6,
  filledBy: ['unknowns'],
};

export const EVIDENCE: TemplateSection = {
  id: 'evidence',
  title: 'Evidence and its gaps',
  guidance: 'What was looked at, what is missing from it, how far its clocks can be trusted.',
  isRequired: false,
  minimumWords: 6,
  filledBy: ['gaps', 'clocks', 'redactions', 'sources'],
};
