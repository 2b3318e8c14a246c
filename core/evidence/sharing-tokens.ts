/**
 * Query parameters that say how somebody came to an address and not what stands there. Several name the account or the device that
 * shared it, so a copy that shows one can show who reported. Lower case; `utm_` stands for all that begin with it.
 */
const TOKENS =
  'utm_ fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id mc_cid mc_eid igsh igshid mibextid sfnsn rdid share_url ' +
  'share_id share_link_id share_item_id share_iid share_app_id share_author_id share_region share_enter share_er_id ' +
  'sharer_language sender_device sender_web_id u_code social_sharing social_share_type is_from_webapp is_copy_link _r _t _d ' +
  'tt_from ug_btm xmt slof ref_src ref_url feature pp si __tn__ __cft__ __xts__ wa_status_inline rcm trackingid lipi __twitter_impression';

const isPrefix = (token: string): boolean => token === 'utm_' || token === '__cft__' || token === '__xts__';
const tokens = TOKENS.split(' ');
const exact = new Set(tokens.filter((token) => !isPrefix(token)));
const prefixes = tokens.filter(isPrefix);

/** On X the two short parameters name the app and the sharer; elsewhere they can be part of what is shown. */
const isOnX = (host: string): boolean => /(^|\.)(x|twitter)\.com$/.test(host);

/** Whether a query parameter says nothing about what is shown. */
export const isSharingToken = (host: string, name: string): boolean => {
  const lower = name.toLowerCase();
  return (
    exact.has(lower) || prefixes.some((prefix) => lower.startsWith(prefix)) || (isOnX(host) && /^[st]$/.test(lower))
  );
};

const names = tokens.map((token) => (isPrefix(token) ? `${token}[\\w.[\\]%-]{0,40}` : token)).join('|');
const VALUE = '[^&"\'<>\\s\\\\#]+';
const START = '[?&;]|\\\\u0026|%26|%3f';
const inAnyAddress = new RegExp(`((?:${START})(?:${names})(?:=|%3d))${VALUE}`, 'gi');
const addressOnX = /(?<![\w.-])(?:(?:www|mobile|m)\.)?(?:twitter|x)\.com\/[^\s"'<>]{1,2000}/gi;
const inAddressOnX = new RegExp(`((?:${START})[st](?:=|%3d))${VALUE}`, 'gi');

/** A text in which the values of sharing parameters are left out of every address; the names stay, so that nothing moves. */
export const withoutSharingTokens = (text: string): string =>
  text.replace(inAnyAddress, '$1').replace(addressOnX, (address) => address.replace(inAddressOnX, '$1'));
