import { defineMutation } from '../../model/mutation.ts';
import { mappingsRef, mistake, onHome } from './_change.ts';
import { groups } from './_genuine.ts';

export default defineMutation({
  id: 'saml-app/role-kept-after-removal',
  title: 'The application keeps a role after the person was taken out of the group',
  ...mistake,
  change: onHome((home) => ({
    ...home,
    later: { wanted: home.later?.wanted ?? [], shown: groups.map(({ sent }) => sent) },
  })),
  breaks: ['saml-app/roles-renewed'],
  refs: [mappingsRef],
});
