let a;
<<<<<<< HEAD
a = 1;
||||||| base
a = 2;
=======
a = 3;
>>>>>>> other
