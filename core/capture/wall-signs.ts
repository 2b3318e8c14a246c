/**
 * Sentences by which a page says that it is not the page. They are looked for in what lies over a page and in pages that show little
 * else, never in the middle of a long text, where a person may be quoting them.
 */

/** A sign-in, in the languages of the platforms' pages here. */
export const SIGN_IN =
  /\b(log ?in|sign ?in|log in or sign up|sign up|create (an|new) account|masuk|daftar|buat akun( baru)?|lupa (kata )?sandi|forgot(ten)? (your )?password|continue with (google|facebook|apple)|lanjutkan dengan (google|facebook|apple)|see more from|lihat selengkapnya dari)\b/i;

/** A consent to cookies or to data use. */
export const CONSENT =
  /(before you continue|sebelum (anda )?melanjutkan|(accept|allow|reject|decline) (all|essential|optional)( optional)?( cookies)?|cookie (settings|preferences|policy)|use of cookies|terima semua|tolak semua|izinkan semua|penggunaan cookie|setelan cookie|we value your privacy|kami menghargai privasi)/i;

/** Hosts that show nothing but a question for consent. */
export const CONSENT_HOST = /^consent\./i;

/** Removed by its author or by the platform: it was there once. */
export const REMOVED =
  /\b(this (post|tweet|thread|reel) (was|has been) (deleted|removed)|(was|has been) removed (by the (uploader|author)|for violating)|this post is from (a suspended|an account that no longer exists)|account suspended|akun ditangguhkan|video removed|this video (has been|was) removed|(postingan|kiriman|unggahan|video|konten) ini (telah |sudah )?(dihapus|diturunkan)|account (associated with this video )?has been terminated|akun .{0,40}telah dihentikan)\b/i;

/** Not there for whoever looks without an account; the page does not say whether it ever was. */
export const MISSING =
  /(this page (isn['’]t|is not) available|(this|the) (content|post|video|account) (isn['’]t|is not) available( right now| anymore)?|video (is )?(currently )?unavailable|video (ini )?tidak tersedia( lagi)?|(halaman|konten|postingan|kiriman|akun) ini (saat ini )?tidak tersedia|this account doesn['’]t exist|akun ini tidak ada|this page doesn['’]t exist|halaman ini tidak ada|couldn['’]t find this (account|page)|tidak (dapat|bisa) menemukan (akun|halaman) ini|the link you followed may be broken|tautan yang anda ikuti mungkin rusak|post not found|thread not found|page not found|halaman tidak ditemukan)/i;
