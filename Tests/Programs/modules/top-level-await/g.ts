await 1; throw new Error('g failed');
