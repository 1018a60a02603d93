; Counts the ways to place n queens on a board so that none attacks another.

(define (safe? row distance placed)
  (cond ((empty? placed) true)
        ((= (head placed) row) false)
        ((= (head placed) (+ row distance)) false)
        ((= (head placed) (- row distance)) false)
        (else (safe? row (+ distance 1) (tail placed)))))

(define (count-rows n row column placed)
  (cond ((> row n) 0)
        ((safe? row 1 placed)
         (+ (place n (+ column 1) (cons row placed))
            (count-rows n (+ row 1) column placed)))
        (else (count-rows n (+ row 1) column placed))))

(define (place n column placed)
  (if (> column n) 1 (count-rows n 1 column placed)))

(define (report n limit)
  (if (<= n limit)
      (begin
        (print n "queens:" (place n 1 nil))
        (report (+ n 1) limit))))

(report 1 7)
