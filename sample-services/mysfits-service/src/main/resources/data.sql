insert into mysfit (id, name, species, about, hexed, answers_after_ms) values
  (1, 'Pipkin',    'Lantern Newt',    'Lights the marsh for anyone who asks politely, and goes dark for anyone who does not.', false, 0),
  (2, 'Orla',      'Thistle Hare',    'Collects buttons, and returns each one eventually to a stranger.',                        false, 0),
  (3, 'Bramwell',  'Bog Tortoise',    'Has never hurried. Answers the door in his own time, every time.',                       false, 1500),
  (4, 'Sefa',      'Glass Moth',      'Can be seen only from the side. Sings while it rains.',                                   false, 0),
  (5, 'Grub & Co', 'Twin Molecule',   'Two heads, one opinion, delivered twice.',                                                false, 0),
  (6, 'Morwenna',  'Hexed Heron',     'Cursed by an accountant: whatever counts her, breaks.',                                   true,  0),
  (7, 'Tumble',    'Attic Yeti',      'Moved indoors for the warmth and stayed for the soup.',                                   false, 0),
  (8, 'Quill',     'Paper Porcupine', 'Writes excellent letters, all of them to the moon.',                                      false, 0)
on conflict do nothing;
