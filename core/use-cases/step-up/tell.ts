import { formatDateId } from '../../calendar/format-date.ts';
import { VersionConflict } from '../../errors.ts';
import { composeMail } from '../../mails/compose-mail.ts';
import type { FactorNotice, PersonFactors } from '../../step-up/factors.ts';
import type { Ports } from '../ports.ts';

type TellPorts = Pick<Ports, 'factors' | 'directory' | 'mailer' | 'mailTexts' | 'baseUrl'>;

/** Where each mail leads: to one's own factors, or to where administrators confirm. */
const pageOf: Readonly<Record<FactorNotice['name'], string>> = {
  factorAdded: 'faktor',
  factorRemoved: 'faktor',
  recoveryAsked: 'pemulihan',
  recoveryConfirmed: 'pemulihan',
  recoveryDeclined: 'pemulihan',
};

const mailNotice = async (ports: TellPorts, held: PersonFactors, notice: FactorNotice): Promise<void> => {
  const { agencyId, nip } = held;
  const agency = await ports.directory.agency(agencyId);
  const person = await ports.directory.staff(agencyId, nip);
  for (const [place, receiver] of notice.to.entries()) {
    const mail = (await ports.directory.staff(agencyId, receiver))?.mail;
    if (mail === undefined || agency === undefined) continue;
    await ports.mailer.send(
      composeMail(ports.mailTexts, {
        mailId: `${notice.name}:${notice.noticeId}:${place}`,
        to: mail,
        name: notice.name,
        lang: 'id',
        values: {
          person: person?.name ?? nip,
          at: formatDateId(notice.at, agency.zone),
          link: `${ports.baseUrl}/konsol/${pageOf[notice.name]}`,
        },
      }),
    );
  }
};

/**
 * Sends what is not known to have been sent. Mails follow what happened and may come twice where an answer is lost; whoever touches the
 * factors next sends what was cut short.
 */
export const tellFactors = async (ports: TellPorts, held: PersonFactors): Promise<PersonFactors> => {
  if (held.untold.length === 0) return held;
  for (const notice of held.untold) await mailNotice(ports, held, notice);
  try {
    return await ports.factors.put({ ...held, untold: [] });
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    return (await ports.factors.get(held.agencyId, held.nip)) ?? held;
  }
};
