import { localDate } from '../../calendar/zones.ts';
import { currentDisclosure } from '../../case/disclosure.ts';
import type { EventData } from '../../case/events.ts';
import type { Recorded } from '../../case/state.ts';
import { NotFound } from '../../errors.ts';
import type { Nip } from '../../ids.ts';
import {
  commonOf,
  type LetterFacts,
  type LetterPorts,
  personOf,
  provisionsOf,
  staffOf,
  teamLetterId,
} from './letter-facts.ts';
import { numberOf } from './number-of.ts';
import type { LetterDraft } from './print-letter.ts';

const actedBy = ({ actor }: Recorded<object>): Nip => {
  if (actor.kind !== 'official') throw new NotFound('a decision that no official took');
  return actor.nip;
};

/** Keputusan Pembentukan Tim Pemeriksa (PP 94/2021 Art 29). */
export const teamLetter = async (
  ports: LetterPorts,
  facts: LetterFacts,
  { team, ordinal }: { team: Recorded<EventData['ExaminingTeamFormed']>; ordinal: number },
): Promise<LetterDraft<'EXAMINING_TEAM'>> => {
  const { state, agency, respondent } = facts;
  const authority = await staffOf(ports, state, actedBy(team));
  const date = localDate(team.at, agency.zone);
  const members = await Promise.all(
    team.members.map(async ({ nip, element, position }) => ({
      ...personOf(await staffOf(ports, state, nip)),
      element,
      seat: position,
    })),
  );
  const number = await numberOf(ports, facts, { form: 'EXAMINING_TEAM', ordinal, date });
  return {
    form: 'EXAMINING_TEAM',
    letterId: teamLetterId(team.seq),
    signedBy: authority.name,
    data: {
      ...commonOf(facts, number, team.at),
      authority: personOf(authority),
      respondent: personOf(respondent),
      violations: provisionsOf(facts, currentDisclosure(state)?.charges ?? []),
      members,
    },
  };
};

export const releaseLetterId = (seq: number): string => `letter-release-${seq}`;

/** Keputusan Pembebasan Sementara dari Tugas Jabatan (PP 94/2021 Art 31). */
export const releaseLetter = async (
  ports: LetterPorts,
  facts: LetterFacts,
  { release, ordinal }: { release: Recorded<EventData['TemporaryReleaseOrdered']>; ordinal: number },
): Promise<LetterDraft<'TEMPORARY_RELEASE'>> => {
  const { state, agency, respondent } = facts;
  const authority = await staffOf(ports, state, actedBy(release));
  const acting = release.actingOfficial;
  const date = localDate(release.at, agency.zone);
  const number = await numberOf(ports, facts, { form: 'TEMPORARY_RELEASE', ordinal, date });
  return {
    form: 'TEMPORARY_RELEASE',
    letterId: releaseLetterId(release.seq),
    signedBy: authority.name,
    data: {
      ...commonOf(facts, number, release.at),
      authority: personOf(authority),
      respondent: personOf(respondent),
      violations: provisionsOf(facts, currentDisclosure(state)?.charges ?? []),
      from: release.from,
      ...(acting === undefined ? {} : { actingOfficial: personOf(await staffOf(ports, state, acting)) }),
    },
  };
};
