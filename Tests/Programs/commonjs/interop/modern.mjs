console.log("modern runs");
export const helper = () => "helped";
export default 5;
