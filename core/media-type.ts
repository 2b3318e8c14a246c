const MEDIA_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/;

/** What anything is that does not say it, or says it in a form that is none. */
export const UNKNOWN_MEDIA_TYPE = 'application/octet-stream';

/** Whether a text is a media type without parameters (RFC 9110, section 8.3.1), of a length that every record takes. */
export const isMediaType = (text: string): boolean => MEDIA_TYPE.test(text);
