#include "rt_number.h"
#include <stdio.h>
#include <stdlib.h>
// stdin: lines "op arg bits-or-text"
int main(void){ static char line[1<<16]; static uint8_t out[2200];
 while(fgets(line,sizeof line,stdin)){ line[strcspn(line,"\n")]=0; char op=line[0]; 
  char*p=line+2; uint32_t n=0;
  if(op=='N'){ double d=rt__text_to_number((rt_text){p,(uint32_t)strlen(p),false}); printf("%016lx\n",rt_from_double(d)); continue;}
  if(op=='F'){ double d=rt__text_parse_float((rt_text){p,(uint32_t)strlen(p),false}); printf("%016lx\n",rt_from_double(d)); continue;}
  if(op=='I'){ int r=strtol(p,&p,10);p++; double d=rt__text_parse_int((rt_text){p,(uint32_t)strlen(p),false},r); printf("%016lx\n",rt_from_double(d)); continue;}
  long arg=strtol(p,&p,10); rt_value v=strtoull(p,0,16); double d=rt_double(v);
  if(op=='s') n=rt__number_to_text(d,out);
  if(op=='r') n=rt__number_to_radix_text(d,arg,out);
  if(op=='f') n=rt__number_to_fixed(d,arg,out);
  if(op=='e') n=rt__number_to_exponential(d,arg,out);
  if(op=='p') n=rt__number_to_precision(d,arg,out);
  fwrite(out,1,n,stdout); putchar('\n'); } }
