import { App } from 'aws-cdk-lib';
import { isExample, readDeployment } from '../../lib/deployment.ts';

const secret = 'arn:aws:secretsmanager:ap-southeast-3:111111111111:secret:tertib/letters-a1B2c3';
const given = (context: Record<string, unknown>) => readDeployment(new App({ context }).node);

describe('what a deployment is told', () => {
  it('has a default for everything: Jakarta, behind a firewall, evidence locked for five years', () => {
    expect(given({})).toEqual({
      stage: 'prod',
      region: 'ap-southeast-3',
      domainName: 'tertib.example',
      oidcIssuer: 'https://login.tertib.example',
      oidcAudience: 'tertib',
      oidcClientId: 'tertib-konsol',
      waf: true,
      evidenceLock: 'GOVERNANCE',
      evidenceLockDays: 1825,
      malwareScan: true,
      quarantineDays: 7,
    });
  });

  it('takes words from the command line for what they say', () => {
    expect(given({ 'tertib:waf': 'false', 'tertib:quarantineDays': '3' })).toMatchObject({
      waf: false,
      quarantineDays: 3,
    });
  });

  it.each([
    ['stage', 'Prod!'],
    ['domainName', 'https://tertib.example'],
    ['oidcIssuer', 'http://login.tertib.example'],
    ['evidenceLock', 'LEGAL'],
    ['evidenceLockDays', '0'],
    ['operationsMail', 'siaga'],
    ['certificateArn', 'certificate'],
    ['documentCertificateArn', 'arn:aws:secretsmanager:ap-southeast-3:111111111111:secret:tertib/letters'],
    ['bsreSecretArn', 'arn:aws:ssm:ap-southeast-3:111111111111:parameter/bsre'],
  ])('refuses a wrong %s and names it', (key, value) => {
    expect(() => given({ [`tertib:${key}`]: value })).toThrow(key);
  });

  it('takes a secret that signs letters', () => {
    expect(given({ 'tertib:documentCertificateArn': secret })).toMatchObject({ documentCertificateArn: secret });
    expect(given({ 'tertib:bsreSecretArn': secret })).toMatchObject({ bsreSecretArn: secret });
  });

  it('takes an authority for time stamps with its roots, and refuses one without the other', () => {
    const tsa = { 'tertib:tsaUrl': 'https://tsa.contoh.test/', 'tertib:tsaAnchors': 'tsa/roots.pem' };

    expect(given(tsa)).toMatchObject({ tsaUrl: 'https://tsa.contoh.test/', tsaAnchors: 'tsa/roots.pem' });
    expect(() => given({ 'tertib:tsaUrl': 'https://tsa.contoh.test/' })).toThrow('give both');
    expect(() => given({ 'tertib:tsaAnchors': 'tsa/roots.pem' })).toThrow('give both');
    expect(() => given({ ...tsa, 'tertib:tsaUrl': 'ftp://tsa.contoh.test/' })).toThrow('tsaUrl');
  });

  it('refuses two of them, because a letter is signed once', () => {
    const both = { 'tertib:documentCertificateArn': secret, 'tertib:bsreSecretArn': secret };

    expect(() => given(both)).toThrow('not by both');
  });

  it('refuses a secret of another region, which the functions would look for in vain', () => {
    expect(() => given({ 'tertib:documentCertificateArn': secret, 'tertib:region': 'eu-west-1' })).toThrow('region');
  });

  it('knows whether it is still the example', () => {
    expect(isExample(given({}))).toBe(true);
    expect(isExample(given({ 'tertib:domainName': 'tertib.contoh.go.id' }))).toBe(false);
  });
});
