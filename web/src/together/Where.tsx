import classes from './Together.module.css';

/** A room as it was written; what is an address on the web, to be followed. */
export function Where({ where }: { where: string }) {
  return /^https?:\/\/\S+$/i.test(where) ? (
    <a href={where} target="_blank" rel="noreferrer" className={classes.where}>
      {where}
    </a>
  ) : (
    <span>{where}</span>
  );
}
