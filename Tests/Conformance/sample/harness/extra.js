let extra = 7;
